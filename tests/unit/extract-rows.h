/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

static const Row clause_rows[] = {
    {"The bridge was closed and the ferry was cancelled.", "[The bridge was closed]\n"
                                                           "[the ferry was cancelled]"},
    {"The bridge was closed, but the ferry ran on time.", "[The bridge was closed]\n"
                                                          "[the ferry ran on time]"},
    {"The minister resigned; his deputy took over the office.",
     "[The minister resigned]\n"
     "[his deputy took over the office]"},
    {"While the north was flooded, the south stayed dry.", "[While the north was flooded]\n"
                                                           "[the south stayed dry]"},
    {"The south stayed dry while the north was flooded.", "[The south stayed dry]\n"
                                                          "[while the north was flooded]"},
    {"The firm, which owns the mine, paid the fine.",
     "[The firm, which owns the mine, paid the fine]\n"
     "[which owns the mine]"},
    {"Ana Ruiz, who leads the union, left the room before the vote.",
     "[Ana Ruiz, who leads the union, left the room before the vote]\n"
     "[who leads the union]"},
    {"The troops withdrew and reached the border at dawn.", "[The troops withdrew]\n"
                                                            "[reached the border at dawn]"},
    {"The court fined the company and ordered it to pay the workers.",
     "[The court fined the company]\n"
     "[ordered it to pay the workers]"},
    {"The plant, whose licence expired in May, was shut on Monday.",
     "[The plant, whose licence expired in May, was shut on Monday]\n"
     "[whose licence expired in May]"},
    {"Rain fell for three days: the river burst its banks.", "[Rain fell for three days]\n"
                                                             "[the river burst its banks]"},
    {"Shares fell by 5% on Monday and rose on Tuesday.", "[Shares fell by 5% on Monday]\n"
                                                         "[rose on Tuesday]"},
    {"The mayor and the governor signed the deal.", "[The mayor and the governor signed the deal]"},
    {"Officials from Kenya and Uganda met in Nairobi.",
     "[Officials from Kenya and Uganda met in Nairobi]"},
    {"The road was closed because the bridge had collapsed.",
     "[The road was closed because the bridge had collapsed]"},
    {"If the rain continues, the dam will be opened.",
     "[If the rain continues, the dam will be opened]"},
    {"The ship sank after it hit a rock.", "[The ship sank after it hit a rock]"},
    {"Two people died, three were injured and one is missing.", "[Two people died]\n"
                                                                "[three were injured]\n"
                                                                "[one is missing]"},
    {"The strike began on Monday, although the union had promised talks.",
     "[The strike began on Monday]\n"
     "[although the union had promised talks]"},
    {"The vote was delayed, so the session ended early.", "[The vote was delayed]\n"
                                                          "[so the session ended early]"},
    {"The talks lasted two hours – the longest so far – and ended without a deal.",
     "[The talks lasted two hours – the longest so far]\n"
     "[ended without a deal]"},
    {"The tower, built in 1950, collapsed.", "[The tower, built in 1950, collapsed]"},
    {"OSLO, Norway (Wire) - The ferry ran aground on Tuesday.",
     "[The ferry ran aground on Tuesday]"},
    {"Neither side moved, nor did the mediators.", "[Neither side moved]\n"
                                                   "[nor did the mediators]"},
    {"Residents evacuated from the valley returned home and found their houses empty.",
     "[Residents evacuated from the valley returned home]\n"
     "[found their houses empty]"},
    {"The pilot landed in a field, which was wet, and the passengers walked home.",
     "[The pilot landed in a field, which was wet]\n"
     "[which was wet]\n"
     "[the passengers walked home]"},
    {"What happened next is unclear.", "[What happened next is unclear]"},
    {"She bought bread, milk and cheese.", "[She bought bread, milk and cheese]"},
    {"The mine reopened on Friday, Ruiz said, and 40 men went back to work.",
     "[The mine reopened on Friday]\n"
     "[40 men went back to work]"},
};

static const Row holder_rows[] = {
    {"The mayor said there was no delay at the quay.",
     "[there was no delay at the quay] <mayor> said indirect NEG"},
    {"Asked about the boat, the captain answered that nobody sinks twice.",
     "[nobody sinks twice] <captain> answered indirect NEG"},
    {"The officer who speaks for the army claims that nothing was paid.",
     "[nothing was paid] <officer> claims indirect unnamed NEG"},
    {"The clerk repeated that her office had heard of the plan “from the radio, like everyone”.",
     "[her office had heard of the plan “from the radio, like everyone”] "
     "<clerk> repeated mixed u1"},
    {"The guard had told reporters that he had counted the boats and that “not one is lost”.",
     "[he had counted the boats] <guard> told indirect\n[“not one is lost”] "
     "<guard> told direct u1 NEG"},
    {"The bridge is safe, the mayor said.", "[The bridge is safe] <mayor> said indirect"},
    {"The mayor said the bridge is safe.", "[the bridge is safe] <mayor> said indirect"},
    {"The mayor said that the bridge is safe.", "[the bridge is safe] <mayor> said indirect"},
    {"The bridge, the mayor said, is safe.",
     "[The bridge, the mayor said, is safe] <mayor> said indirect"},
    {"“The bridge is safe,” the mayor said.", "[The bridge is safe] <mayor> said direct u1"},
    {"“The bridge is safe,” said the mayor.", "[The bridge is safe] <mayor> said direct u1"},
    {"“The bridge is safe,” said Ann Lee, who heads the road office.",
     "[The bridge is safe] <Ann Lee> said direct u1\n"
     "[who heads the road office] <-> - narration"},
    {"“The bridge is safe,” Ann Lee, who heads the road office, said.",
     "[The bridge is safe] <Ann Lee> said direct u1\n"
     "[who heads the road office] <-> - narration"},
    {"Ann Lee, head of the road office, said the bridge is safe.",
     "[the bridge is safe] <Ann Lee> said indirect"},
    {"The head of the road office, Ann Lee, said the bridge is safe.",
     "[the bridge is safe] <Ann Lee> said indirect"},
    {"According to the police, the car was stolen.",
     "[the car was stolen] <police> According to indirect"},
    {"The car was stolen, according to the police.",
     "[The car was stolen] <police> according to indirect"},
    {"The car, according to the police, was stolen.",
     "[The car, according to the police, was stolen] <police> according to indirect"},
    {"The mayor told reporters on Friday that the bridge is safe.",
     "[the bridge is safe] <mayor> told indirect"},
    {"The mayor told the council: “The bridge is safe.”",
     "[The bridge is safe] <mayor> told direct u1"},
    {"The mayor said in a statement that the bridge is safe.",
     "[the bridge is safe] <mayor> said indirect"},
    {"The mayor said in a statement on Friday the bridge is safe.",
     "[the bridge is safe] <mayor> said indirect"},
    {"Speaking in Oslo, the mayor said that the bridge is safe.",
     "[the bridge is safe] <mayor> said indirect"},
    {"Asked about the bridge, she said: “It is safe.”", "[It is safe] <she> said direct u1"},
    {"“It is safe,” she added, “and it will stay open.”",
     "[It is safe] <she> added direct u1\n"
     "[it will stay open] <she> added direct u2"},
    {"The mayor denied that the bridge was unsafe.",
     "[the bridge was unsafe] <mayor> denied indirect NEG"},
    {"The mayor denied taking bribes.", "[taking bribes] <mayor> denied indirect NEG"},
    {"The mayor does not think that the bridge is safe.",
     "[the bridge is safe] <mayor> think indirect NEG"},
    {"The mayor said the bridge was old and that it would be closed.",
     "[the bridge was old] <mayor> said indirect\n"
     "[it would be closed] <mayor> said indirect"},
    {"The mayor was quoted as saying that the bridge is safe.",
     "[the bridge is safe] <mayor> saying indirect"},
    {"In the mayor's view, the bridge is safe.",
     "[the bridge is safe] <mayor> In the mayor's view indirect"},
    {"The union reported, citing a doctor, that two men died.",
     "[two men died] <doctor> reported indirect via union"},
    {"Two men died, a source in the police said, the Baltic agency reported.",
     "[Two men died] <source in the police> said indirect unnamed via Baltic agency"},
    {"Two men died, as reported by the Baltic agency.",
     "[Two men died] <Baltic agency> as reported by indirect"},
    {"A source familiar with the matter said the deal was signed.",
     "[the deal was signed] <source familiar with the matter> said indirect unnamed"},
    {"The deal was signed, said an official who asked not to be named.",
     "[The deal was signed] <official> said indirect unnamed"},
    {"The mayor admitted that the bridge “was never inspected”.",
     "[the bridge “was never inspected”] <mayor> admitted mixed NEG"},
    {"The mayor called the report “a pack of lies from start to end”.",
     "[the report “a pack of lies from start to end”] <mayor> called mixed u1"},
    {"“The bridge is safe. Nobody needs to worry,” the mayor said.",
     "[The bridge is safe] <mayor> said direct u1\n"
     "[Nobody needs to worry] <mayor> said direct u1 NEG"},
    {"“The bridge is safe,” the mayor said. “Nobody needs to worry.”",
     "[The bridge is safe] <mayor> said direct u1\n"
     "[Nobody needs to worry] <mayor> - direct u2 NEG"},
    {"Residents said they had heard no alarm.",
     "[they had heard no alarm] <Residents> said indirect unnamed NEG"},
    {"Nine of the ten witnesses said they had heard no alarm.",
     "[they had heard no alarm] <Nine of the ten witnesses> said indirect unnamed NEG"},
    {"Officials from both countries said the road was open.",
     "[the road was open] <Officials from both countries> said indirect unnamed"},
    {"The mayor, Ann Lee told reporters, had left the city.",
     "[The mayor, Ann Lee told reporters, had left the city] <Ann Lee> told indirect"},
    {"Bridge is safe, says mayor", "[Bridge is safe] <mayor> says indirect"},
    {"Bridge is safe – Ministry of Roads", "[Bridge is safe] <Ministry of Roads> – indirect"},
    {"The mayor went on to say that the bridge is safe.",
     "[the bridge is safe] <mayor> went on to say indirect"},
    {"“Is the bridge safe?” the mayor asked.", "[Is the bridge safe] <mayor> asked direct u1"},
    {"The mayor would not say whether the bridge is safe.",
     "[The mayor would not say whether the bridge is safe] <-> - narration NEG"},
    {"The mayor said Friday the bridge was safe, adding that it would be painted.",
     "[the bridge was safe] <mayor> said indirect\n"
     "[it would be painted] <mayor> adding indirect"},
    {"The mayor met the workers and said the bridge was safe.",
     "[The mayor met the workers] <-> - narration\n"
     "[the bridge was safe] <mayor> said indirect"},
    {"“It is over.” — Ann Lee", "[It is over] <Ann Lee> — direct u1"},
    {"The minister said the bridge was safe, while residents said it was shaking.",
     "[the bridge was safe] <minister> said indirect\n"
     "[it was shaking] <residents> said indirect unnamed"},
    {"The mayor arrived late.|“The bridge is safe,” she said.|“It was painted in May.”",
     "[The mayor arrived late] <-> - narration\n"
     "[The bridge is safe] <she> said direct u1\n"
     "[It was painted in May] <she> - direct u2"},
    {"“The bridge is safe,” said Ann Lee.|“It was painted in May and|“it will be painted again.”",
     "[The bridge is safe] <Ann Lee> said direct u1\n"
     "[It was painted in May] <Ann Lee> - direct u2\n"
     "[it will be painted again] <Ann Lee> - direct u2"},
    {"He said:|“The bridge is safe.”", "[The bridge is safe] <He> - direct u1"},
    {"“The bridge is safe,” said Ann Lee. “It was painted in May.|“We will paint it again,” she "
     "said. The wind fell.",
     "[The bridge is safe] <Ann Lee> said direct u1\n"
     "[It was painted in May] <Ann Lee> - direct u2\n"
     "[We will paint it again] <Ann Lee> said direct u2\n"
     "[The wind fell] <-> - narration"},
    {"“The bridge is safe,” Ana Ruiz, the mayor, said on Monday.",
     "[The bridge is safe] <Ana Ruiz> said direct u1"},
    {"The bridge is safe, Ana Ruiz, the mayor, said on Monday.",
     "[The bridge is safe] <Ana Ruiz> said indirect"},
    {"In Lund, the plan, announced on Monday, was dropped.",
     "[In Lund, the plan, announced on Monday, was dropped] <-> - narration"},
    {"“The bridge is safe,” Ana Ruiz, the head of the union, one of its founders, said at the "
     "site.",
     "[The bridge is safe] <Ana Ruiz> said direct u1"},
    {"“The bridge is safe,” the city's engineer, Ana Ruiz, said.",
     "[The bridge is safe] <Ana Ruiz> said direct u1"},
    {"“The bridge is safe,” replied Ruiz.", "[The bridge is safe] <Ruiz> replied direct u1"},
    {"“The bridge is safe,” said one engineer at the site.",
     "[The bridge is safe] <one engineer> said direct unnamed u1"},
    {"“The bridge is safe,” Ana Ruiz said, citing low water in the river.",
     "[The bridge is safe] <Ana Ruiz> said direct u1"},
    {"“The bridge is safe,” Ana Ruiz said, citing a report by the builders.",
     "[The bridge is safe] <report by the builders> said direct u1 via Ana Ruiz"},
    {"Ana Ruiz, the manager of the 2030 bid, called the vote a “slow and costly circus”.",
     "[the vote a “slow and costly circus”] <Ana Ruiz> called mixed u1"},
    {"Ana Ruiz, Peru's sitting judge, repeated that the bridge is safe.",
     "[the bridge is safe] <Ana Ruiz> repeated indirect"},
    {"When Ana Ruiz came, Bo Lund laughed and said the bridge is safe.",
     "[When Ana Ruiz came, Bo Lund laughed] <-> - narration\n[the bridge is safe] <Bo Lund> said "
     "indirect"},
    {"The plan is old, according to an engineer. Ana Ruiz saw the bridge and said she thought that "
     "it is safe.",
     "[The plan is old] <engineer> according to indirect unnamed\n[Ana Ruiz saw the bridge] <-> - "
     "narration\n[it is safe] <Ana Ruiz> thought indirect"},
    {"Ana Ruiz released this statement: “The bridge is safe.”",
     "[Ana Ruiz released this statement] <-> - narration\n[The bridge is safe] <Ana Ruiz> - direct "
     "u1"},
    {"“The bridge is safe,” Bo Lund said. Ana Ruiz praised the builders. “They did a fine job "
     "there.”",
     "[The bridge is safe] <Bo Lund> said direct u1\n[Ana Ruiz praised the builders] <-> - "
     "narration\n[They did a fine job there] <Ana Ruiz> - direct u2"},
    {"“The bridge is safe,” Bo Lund said. The river had risen. “It holds for now.”",
     "[The bridge is safe] <Bo Lund> said direct u1\n[The river had risen] <-> - narration\n[It "
     "holds for now] <Bo Lund> - direct u2"},
};

static const Row polarity_rows[] = {
    {"The alarm was not sounded.", "[The alarm was not sounded] negative: alarm !sound"},
    {"No alarm was sounded.", "[No alarm was sounded] negative: !alarm !sound"},
    {"Nobody heard the alarm.", "[Nobody heard the alarm] negative: !hear !alarm"},
    {"The alarm was never sounded.", "[The alarm was never sounded] negative: alarm !sound"},
    {"The guards heard no alarm.", "[The guards heard no alarm] negative: guard !hear !alarm"},
    {"The siren worked.", "[The siren worked] positive: siren work"},
    {"The dam no longer holds water.",
     "[The dam no longer holds water] negative: dam longer !hold !water"},
    {"The company denied responsibility.",
     "[The company denied responsibility] negative: compani deni !respons"},
    {"The company denied that it had known.", "[it had known] negative: !know"},
    {"The minister refused to sign the deal.",
     "[The minister refused to sign the deal] negative: minist refus !deal"},
    {"The two sides failed to reach a deal.",
     "[The two sides failed to reach a deal] negative: two side fail !reach !deal"},
    {"The president ruled out a ceasefire.",
     "[The president ruled out a ceasefire] negative: presid rule !ceasefir"},
    {"The mayor rejected the accusations.",
     "[The mayor rejected the accusations] negative: mayor reject !accus"},
    {"The mayor rejected the offer.",
     "[The mayor rejected the offer] positive: mayor reject offer"},
    {"Not only did the dam break, the bridge fell too.",
     "[Not only did the dam break] positive: dam\n"
     "[the bridge fell too] positive: bridg fall"},
    {"The road did not open until Friday.",
     "[The road did not open until Friday] negative: road !open"},
    {"The minister did not deny the report.",
     "[The minister did not deny the report] positive: minist !deni report"},
    {"It is not true that nobody was warned.",
     "[It is not true that nobody was warned] positive: !true warn"},
    {"They left without a word.", "[They left without a word] positive: left !word"},
    {"Without help, the village was lost.",
     "[Without help, the village was lost] positive: !help villag lose"},
    {"The team lacks money.", "[The team lacks money] negative: team lack !money"},
    {"None of the men survived.", "[None of the men survived] negative: !men !surviv"},
    {"Neither the mayor nor the governor came.",
     "[Neither the mayor nor the governor came] negative: !mayor !governor !come"},
    {"There was no bell, no loudspeaker, nothing.",
     "[There was no bell, no loudspeaker, nothing] negative: !bell !loudspeak"},
    {"He cannot walk.", "[He cannot walk] negative: !walk"},
    {"They don't know the answer.", "[They don't know the answer] negative: !know !answer"},
    {"Hardly anyone came.", "[Hardly anyone came] negative: !come"},
    {"The talks ended, but the deal was not signed.",
     "[The talks ended] positive: talk end\n"
     "[the deal was not signed] negative: deal !sign"},
    {"The deal was signed, not the annex.",
     "[The deal was signed, not the annex] negative: deal sign !annex"},
    {"The plan is far from finished.", "[The plan is far from finished] negative: plan !finish"},
    {"The firm was unable to pay the workers.",
     "[The firm was unable to pay the workers] negative: firm unabl !pay !worker"},
    {"No fewer than 40 people came.", "[No fewer than 40 people came] positive: fewer peopl come"},
    {"The court did not reject the claim.",
     "[The court did not reject the claim] positive: court !reject"},
    {"She said she did not sign the letter.",
     "[she did not sign the letter] negative: !sign !letter"},
    {"The minister declined to comment.",
     "[The minister declined to comment] negative: minist declin"},
    {"The mayor did not sign the order because the law was unclear.",
     "[The mayor did not sign the order because the law was unclear] negative: mayor !sign !order "
     "law unclear"},
    {"No one was hurt in the fire.", "[No one was hurt in the fire] negative: !hurt !fire"},
    {"The bridge isn't safe.", "[The bridge isn't safe] negative: bridg !safe"},
};

static const Row modality_rows[] = {
    {"The bridge may collapse.", "[The bridge may collapse] possible"},
    {"The bridge might have collapsed.", "[The bridge might have collapsed] possible"},
    {"The bridge could be closed.", "[The bridge could be closed] possible"},
    {"The bridge will be closed.", "[The bridge will be closed] intended"},
    {"The bridge must be closed.", "[The bridge must be closed] obliged"},
    {"Everyone was ordered to leave.", "[Everyone was ordered to leave] obliged"},
    {"Residents were told to leave.", "[Residents were told to leave] obliged"},
    {"The firm plans to close the mine.", "[The firm plans to close the mine] intended"},
    {"The plan was published on Monday.", "[The plan was published on Monday] asserted"},
    {"If the rain continues, the dam will be opened.",
     "[If the rain continues, the dam will be opened] conditional"},
    {"The dam would be opened unless the rain stopped.",
     "[The dam would be opened unless the rain stopped] conditional"},
    {"The mayor said the dam would be opened on Monday.",
     "[the dam would be opened on Monday] intended"},
    {"Is the dam safe?", "[Is the dam safe] asked"},
    {"The report asked whether the dam was safe.", "[whether the dam was safe] asked"},
    {"The dam is safe.", "[The dam is safe] asserted"},
    {"The dam should be inspected.", "[The dam should be inspected] obliged"},
    {"The firm intends to sue.", "[The firm intends to sue] intended"},
    {"Leaving was mandatory.", "[Leaving was mandatory] obliged"},
    {"It is possible that the dam was damaged.",
     "[It is possible that the dam was damaged] possible"},
    {"The ship is expected to arrive on Monday.",
     "[The ship is expected to arrive on Monday] intended"},
    {"The firm has to pay the fine.", "[The firm has to pay the fine] obliged"},
    {"The army is set to leave.", "[The army is set to leave] intended"},
    {"Without them there would have been no deal.",
     "[Without them there would have been no deal] conditional"},
    {"Perhaps the dam was damaged.", "[Perhaps the dam was damaged] possible"},
    {"Troops are to leave by May.", "[Troops are to leave by May] intended"},
    {"The dam was opened.", "[The dam was opened] asserted"},
};

static const Row mark_rows[] = {
    {"The road is now open.", "[The road is now open] now"},
    {"The road was previously closed.", "[The road was previously closed] past"},
    {"The minister had earlier denied the report.",
     "[The minister had earlier denied the report] past"},
    {"The minister no longer supports the plan.", "[The minister no longer supports the plan] now"},
    {"The dam was reportedly damaged.", "[The dam was reportedly damaged] hedged"},
    {"The crack was the probable cause.", "[The crack was the probable cause] hedged"},
    {"The mayor had said the road was closed.", "[the road was closed] past"},
    {"The firm apparently knew of the crack.", "[The firm apparently knew of the crack] hedged"},
    {"At first the police spoke of three dead.", "[three dead] past"},
    {"The toll is one more than a day earlier.", "[The toll is one more than a day earlier]"},
    {"The road is open.", "[The road is open]"},
    {"The firm is believed to have known.", "[The firm is believed to have known] hedged"},
};

static const Row time_rows[] = {
    {"The mayor said on Friday that the road would open on 3 May 2025.",
     "[the road would open on 3 May 2025] said 2025-05-09 about 2025-05-03, 1"},
    {"The road opened on 3 May 2025.",
     "[The road opened on 3 May 2025] said 2025-05-10 about 2025-05-03, 1"},
    {"On Monday she told reporters that the road was closed.",
     "[the road was closed] said 2025-05-05 about -, 0"},
    {"The road opened on 3 May 2025 and the bridge was closed.",
     "[The road opened on 3 May 2025] said 2025-05-10 about 2025-05-03, 1\n"
     "[the bridge was closed] said 2025-05-10 about 2025-05-03, 0"},
    {"The mayor had said the road was closed.", "[the road was closed] said - about -, 0"},
};

static const Row figure_rows[] = {
    {"Ana Ruiz opened the mine in 2019. She sold it later.",
     "[Ana Ruiz opened the mine in 2019] ruiz\n"
     "[She sold it later] ruiz"},
    {"Governor Ana Ruiz closed the road. The governor apologised.",
     "[Governor Ana Ruiz closed the road] ruiz\n"
     "[The governor apologised] ruiz"},
    {"Ana Ruiz met Petra Novak. Novak thanked Ruiz.", "[Ana Ruiz met Petra Novak] novak ruiz\n"
                                                      "[Novak thanked Ruiz] novak ruiz"},
    {"Ana Ruiz met Ana Weber in Oslo. Weber left early.",
     "[Ana Ruiz met Ana Weber in Oslo] oslo ruiz weber\n"
     "[Weber left early] weber"},
    {"Ann Lee and Bob Lee own the mine. Bob Lee sold his part.",
     "[Ann Lee and Bob Lee own the mine] bob lee lee\n"
     "[Bob Lee sold his part] bob lee"},
    {"The firm Baltic Steel was fined. The company paid.",
     "[The firm Baltic Steel was fined] baltic steel\n"
     "[The company paid] baltic steel"},
    {"Prime Minister Ana Ruiz resigned, and the premier's party lost.",
     "[Prime Minister Ana Ruiz resigned] ruiz\n"
     "[the premier's party lost]"},
    {"“I sold the mine,” Ana Ruiz said.", "[I sold the mine] ruiz"},
    {"Ana Ruiz, head of the road office, resigned. The head of the road office gave no reason.",
     "[Ana Ruiz, head of the road office, resigned] ruiz\n"
     "[The head of the road office gave no reason] ruiz"},
    {"Mr Weber thanked Ms Ruiz, and she smiled.", "[Mr Weber thanked Ms Ruiz] ruiz weber\n"
                                                  "[she smiled] ruiz"},
    {"Volodymyr Bondar resigned. Vladimir Bondar was 60.", "[Volodymyr Bondar resigned] bondar\n"
                                                           "[Vladimir Bondar was 60] bondar"},
};
