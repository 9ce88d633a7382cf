/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-language.h"
#include <glib.h>

typedef struct {
    const char *path, *language, *text;
} Row;

/* The grammar words of kindred languages look like English ones: in, is, we, was, so, on, me. */
static const Row rows[] = {
    {"/language/english", "en",
     "The council decided on Wednesday to close the old bridge over the river. It is no longer "
     "safe, the mayor said after a long meeting, and there was no other way for us. People in the "
     "town are angry because the shops in the centre are now so hard to reach."},
    {"/language/english/few-grammar-words", "en",
     "Engineers confirmed cracks when they checked the bridge. The mayor closed both lanes; ferry "
     "owners announced extra crossings, police redirected lorries, schools rearranged buses, shop "
     "keepers protested, opposition councillors demanded inquiries into missing repair money."},
    {"/language/dutch", "nl",
     "De gemeenteraad heeft woensdag in een lange vergadering besloten om de oude brug over de "
     "rivier te sluiten. Volgens de wethouder is de brug niet meer veilig en was er geen andere "
     "weg. We hadden liever gewacht, zei ze, maar het was nu of nooit. In de stad is men boos."},
    {"/language/afrikaans", "af",
     "Die stadsraad het Woensdag in 'n lang vergadering besluit om die ou brug oor die rivier te "
     "sluit. Volgens die burgemeester is die brug nie meer veilig nie en was daar geen ander pad "
     "nie. In die stad is almal kwaad want die winkels is so moeilik om te bereik."},
    {"/language/german/english-quote", "de",
     "Der Stadtrat hat am Mittwoch nach einer langen Sitzung beschlossen, die alte Brücke über "
     "den Fluss zu schließen. Die Brücke ist nicht mehr sicher, und es gab keinen anderen Weg. "
     "\"It was the end of the road for us,\" said one man. In der Stadt ist man zornig, denn die "
     "Läden im Zentrum sind so schwer zu erreichen."},
    {"/language/short", NULL, "It is no longer safe, and there was no other way for us."},
};

static void
test_guess(gconstpointer data)
{
    const Row *row = data;
    g_autofree char *guess = cld_language_guess(row->text);
    g_assert_cmpstr(guess, ==, row->language);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        g_test_add_data_func(rows[i].path, &rows[i], test_guess);
    return g_test_run();
}
