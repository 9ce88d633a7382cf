/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-lexicon.h"
#include "cld-names.h"
#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#define NAME_MAX_BYTES 256 /* of a name that is compared; the rest is not looked at */
#define NAME_MAX_WORDS 12
#define SHORT_SYLLABLE 5 /* letters of an East Asian given name's syllable at most */

static GPrivate to_ascii = G_PRIVATE_INIT((GDestroyNotify)utrans_close);

static UTransliterator *
peek_to_ascii(void)
{
    static const UChar id[] = u"Any-Latin; Latin-ASCII; Lower";
    UErrorCode status = U_ZERO_ERROR;
    UTransliterator *trans = g_private_get(&to_ascii);
    if (trans == NULL) {
        trans = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
        if (U_FAILURE(status))
            g_error("ICU has no transliteration data: %s", u_errorName(status));
        g_private_set(&to_ascii, trans);
    }
    return trans;
}

/* Any script in small ASCII letters. The buffers hold what the longest name can become. */
static char *
dup_transliterated(const char *folded)
{
    UChar wide[NAME_MAX_BYTES * 4];
    char out[NAME_MAX_BYTES * 12 + 1];
    int32_t length = 0, limit, out_length = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8(wide, G_N_ELEMENTS(wide), &length, folded, -1, &status);
    limit = length;
    utrans_transUChars(peek_to_ascii(), wide, &length, G_N_ELEMENTS(wide), 0, &limit, &status);
    u_strToUTF8(out, sizeof out - 1, &out_length, wide, length, &status);
    if (U_FAILURE(status))
        return g_strdup(folded);
    return g_strndup(out, (gsize)out_length);
}

/* Folded, in ASCII letters where ICU knows how, without apostrophes and full stops. */
static char *
dup_plain(const char *name)
{
    gsize length = MIN(strlen(name), NAME_MAX_BYTES);
    const char *end = NULL;
    g_utf8_validate(name, (gssize)length, &end); /* a cut may not split a character */
    g_autofree char *folded = cld_text_fold(name, end - name);
    g_autofree char *ascii = g_str_is_ascii(folded) ? g_strdup(folded) : dup_transliterated(folded);
    GString *plain = g_string_new(NULL);
    for (const char *p = ascii; *p != '\0'; p++)
        if (strchr("'.`", *p) == NULL)
            g_string_append_c(plain, g_ascii_isspace(*p) ? ' ' : g_ascii_tolower(*p));
    return g_string_free(plain, FALSE);
}

static const char *
alias_of(const char *plain)
{
    const char *const *row = cld_lexicon_lookup(cld_lexicon_get("aliases"), plain);
    return row != NULL && row[0] != NULL ? row[0] : plain;
}

/* "al-amin" and "amin" are one; "el" likewise. */
static const char *
skip_article(const char *word)
{
    static const char *const articles[] = {"al-", "el-", "as-", "ash-", "an-", "ar-", "at-"};
    for (gsize i = 0; i < G_N_ELEMENTS(articles); i++)
        if (g_str_has_prefix(word, articles[i]) && strlen(word) > strlen(articles[i]) + 2)
            return word + strlen(articles[i]);
    return word;
}

static const char *const endings[][2] = {
    {"skyy", "sky"}, {"skyi", "sky"}, {"skyj", "sky"},    {"skiy", "sky"},    {"skij", "sky"},
    {"skii", "sky"}, {"ski", "sky"},  {"skaya", "skaia"}, {"skaja", "skaia"}, {"yy", "y"},
    {"iy", "y"},     {"ij", "y"},     {"ii", "y"},        {"yi", "y"},        {"yj", "y"},
    {"off", "ov"},   {"eff", "ev"},
};

/* Endings of romanised Slavic family names, written in one way. */
static char *
dup_ending(const char *word)
{
    gsize length = strlen(word);
    for (gsize i = 0; i < G_N_ELEMENTS(endings); i++) {
        gsize n = strlen(endings[i][0]);
        if (length > n + 1 && g_str_has_suffix(word, endings[i][0]))
            return g_strdup_printf("%.*s%s", (int)(length - n), word, endings[i][1]);
    }
    return g_strdup(word);
}

static char *
dup_word_key(const char *plain)
{
    const char *word = alias_of(skip_article(plain));
    g_autofree char *ended = dup_ending(word);
    return g_strdup(alias_of(ended));
}

/* "Min-su": a given name of two syllables, the second with a small letter */
static gboolean
is_hyphenated_given(const char *word)
{
    const char *hyphen = strchr(word, '-');
    return hyphen != NULL && hyphen > word && g_ascii_isupper(word[0]) &&
           g_ascii_islower(hyphen[1]) && strlen(hyphen + 1) <= SHORT_SYLLABLE + 1 &&
           hyphen - word <= SHORT_SYLLABLE + 1;
}

static gboolean
is_listed(const char *list, const char *word)
{
    g_autofree char *plain = dup_plain(word);
    return cld_lexicon_lookup(cld_lexicon_get(list), plain) != NULL;
}

/* "Kim Min-su", "Xi Jinping": the family name stands first. */
static gboolean
is_family_first(char **words, guint n_words)
{
    if (n_words < 2 || n_words > 3)
        return FALSE;
    if (is_hyphenated_given(words[1]))
        return n_words == 2;
    if (!is_listed("family-first", words[0]))
        return FALSE;
    gboolean is_given = is_listed("given-names", words[0]); /* "Kim Philby", but "Kim Jong Un" */
    return (!is_given || n_words == 3) &&
           strlen(words[n_words - 1]) <= (is_given ? SHORT_SYLLABLE : SHORT_SYLLABLE * 2) + 1;
}

static guint
surname_index(char **words, guint n_words)
{
    static const char *const suffixes[] = {"jr", "sr", "ii", "iii", "iv", NULL};
    if (is_family_first(words, n_words))
        return 0;
    guint last = n_words - 1;
    g_autofree char *plain = dup_plain(words[last]);
    return last > 0 && g_strv_contains(suffixes, plain) ? last - 1 : last;
}

/* Words of a name, without the empty ones. */
static char **
split(const char *name)
{
    g_auto(GStrv) parts = g_strsplit_set(name, " \n\t", NAME_MAX_WORDS);
    GPtrArray *words = g_ptr_array_new();
    for (char **part = parts; *part != NULL; part++)
        if (**part != '\0')
            g_ptr_array_add(words, g_strdup(*part));
    g_ptr_array_add(words, NULL);
    return (char **)g_ptr_array_free(words, FALSE);
}

static const char *
country_key(const char *plain)
{
    const char *const *row = cld_lexicon_lookup(cld_lexicon_get("countries"), plain);
    return row != NULL && row[0] != NULL ? row[0] : NULL;
}

/* Names of places and bodies: every word counts. */
static char *
dup_phrase_key(const char *name)
{
    g_autofree char *plain = dup_plain(name);
    const char *phrase = g_str_has_prefix(plain, "the ") ? plain + 4 : plain;
    const char *country = country_key(phrase);
    if (country != NULL)
        return g_strdup(country);
    const char *alias = alias_of(phrase);
    country = alias != phrase ? country_key(alias) : NULL;
    if (alias != phrase)
        return g_strdup(country != NULL ? country : alias);
    g_auto(GStrv) words = split(phrase);
    for (char **word = words; *word != NULL; word++) {
        char *key = dup_word_key(*word);
        g_free(*word);
        *word = key;
    }
    return g_strjoinv(" ", words);
}

/**
 * cld_name_dup_key:
 * @name: a name as printed, without titles
 * @kind: what bears it
 *
 * What all spellings of one name have in common: folded, in ASCII, common forms of aliases and of
 * romanised endings. A person's key is the family name alone, so that "Zelenskyy" and "Volodymyr
 * Zelensky" have one key; cld_name_dup_given() tells two bearers apart. A country's key is also
 * that of its demonym.
 *
 * Returns: (transfer full): the key; empty for a name without letters
 */
char *
cld_name_dup_key(const char *name, CldNameKind kind)
{
    if (kind != CLD_NAME_PERSON)
        return dup_phrase_key(name);
    g_auto(GStrv) words = split(name);
    guint n_words = g_strv_length(words);
    if (n_words == 0)
        return g_strdup("");
    g_autofree char *plain = dup_plain(words[surname_index(words, n_words)]);
    return dup_word_key(plain);
}

/* Vowels and the voicing of consonants differ between romanisations of one syllable. */
static void
blur_syllables(char *given)
{
    static const char classes[][2] = {{'j', 'c'}, {'g', 'k'}, {'d', 't'}, {'b', 'p'},
                                      {'l', 'r'}, {'u', 'o'}, {'y', 'i'}, {'w', 'o'}};
    char *out = given;
    for (const char *p = given; *p != '\0'; p++) {
        char c = *p;
        for (gsize i = 0; i < G_N_ELEMENTS(classes); i++)
            c = c == classes[i][0] ? classes[i][1] : c;
        if (c == 'h' && out > given && out[-1] == 'c')
            continue;
        if (c == 'o' && out > given && (out[-1] == 'o' || out[-1] == 'e'))
            out--; /* "eo", "oo", "woo" */
        *out++ = c;
    }
    *out = '\0';
}

/**
 * cld_name_dup_given:
 * @name: a person's name as printed, without titles
 *
 * Returns: (transfer full) (nullable): the given name in its common form, so that two bearers of
 *     one family name are told apart; %NULL when the name has none or an initial only
 */
char *
cld_name_dup_given(const char *name)
{
    g_auto(GStrv) words = split(name);
    guint n_words = g_strv_length(words);
    if (n_words < 2)
        return NULL;
    guint surname = surname_index(words, n_words);
    const char *word = words[surname == 0 ? 1 : 0];
    g_autofree char *plain = dup_plain(word);
    if (strlen(plain) < 2)
        return NULL;
    if (surname == 0 && strchr(plain, '-') != NULL) {
        blur_syllables(plain);
        return g_steal_pointer(&plain);
    }
    g_autofree char *ended = dup_ending(plain);
    return g_strdup(alias_of(g_str_equal(alias_of(plain), plain) ? ended : plain));
}

/* Letters and letter groups that romanisations exchange, and the class they are written as.
 * Longest first; "" drops it. The classes are Soundex's idea on the sounds of Slavic, Greek, Arabic
 * and Korean names. */
static const struct {
    const char *from, *to;
} classes[] = {
    {"shch", "S"}, {"tsch", "S"}, {"sch", "S"}, {"dzh", "S"}, {"sh", "S"}, {"ch", "S"}, {"zh", "S"},
    {"ts", "S"},   {"tz", "S"},   {"cz", "S"},  {"sz", "S"},  {"dj", "S"}, {"kh", "G"}, {"gh", "G"},
    {"ph", "V"},   {"th", "T"},   {"ck", "K"},  {"qu", "K"},  {"ce", "S"}, {"ci", "S"}, {"c", "K"},
    {"k", "K"},    {"q", "K"},    {"x", "KS"},  {"g", "G"},   {"h", "G"},  {"s", "S"},  {"z", "S"},
    {"j", "S"},    {"v", "V"},    {"w", "V"},   {"f", "V"},   {"b", "P"},  {"p", "P"},  {"d", "T"},
    {"t", "T"},    {"l", "L"},    {"r", "R"},   {"m", "M"},   {"n", "N"},
};

/**
 * cld_name_dup_skeleton:
 * @word: one word of a name
 *
 * Returns: (transfer full): its consonants by class, doubles once, an "A" for a vowel at the start:
 *     what romanisations of one name leave alone
 */
char *
cld_name_dup_skeleton(const char *word)
{
    g_autofree char *plain = dup_plain(word);
    GString *out = g_string_new(NULL);
    for (const char *p = plain; *p != '\0';) {
        gsize taken = 1;
        const char *class = strchr("aeiouy", *p) != NULL && out->len == 0 && p == plain ? "A" : "";
        for (gsize i = 0; i < G_N_ELEMENTS(classes); i++)
            if (classes[i].from[0] == *p && g_str_has_prefix(p, classes[i].from)) {
                class = classes[i].to;
                taken = strlen(classes[i].from);
                break;
            }
        if (*class != '\0' && (out->len == 0 || out->str[out->len - 1] != *class))
            g_string_append(out, class);
        p += taken;
    }
    return g_string_free(out, FALSE);
}

/* Levenshtein distance over the longer length, in 0..1; words are bounded by NAME_MAX_BYTES. */
static double
closeness(const char *a, const char *b)
{
    gsize la = strlen(a), lb = strlen(b);
    if (la == 0 || lb == 0)
        return la == lb ? 1 : 0;
    g_autofree guint *row = g_new(guint, lb + 1);
    for (gsize j = 0; j <= lb; j++)
        row[j] = (guint)j;
    for (gsize i = 1; i <= la; i++) {
        guint diagonal = row[0];
        row[0] = (guint)i;
        for (gsize j = 1; j <= lb; j++) {
            guint up = row[j];
            guint change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = MIN(change, MIN(up, row[j - 1]) + 1);
            diagonal = up;
        }
    }
    return 1 - (double)row[lb] / (double)MAX(la, lb);
}

static double
word_similarity(const char *word, const char *other)
{
    g_autofree char *a = dup_plain(word);
    g_autofree char *b = dup_plain(other);
    g_autofree char *key_a = dup_word_key(a);
    g_autofree char *key_b = dup_word_key(b);
    if (g_str_equal(key_a, key_b))
        return 1;
    g_autofree char *skeleton_a = cld_name_dup_skeleton(key_a);
    g_autofree char *skeleton_b = cld_name_dup_skeleton(key_b);
    return 0.55 * closeness(skeleton_a, skeleton_b) + 0.45 * closeness(key_a, key_b);
}

/**
 * cld_name_similarity:
 * @name: a name as printed, without titles
 * @other: another
 *
 * How well one may be a spelling of the other: family names count double, given names once when
 * both have one. Transliterations of one name come out above 0.8, different names of one length
 * mostly below 0.6.
 *
 * Returns: 0 to 1; 1 for equal keys
 */
double
cld_name_similarity(const char *name, const char *other)
{
    g_auto(GStrv) a = split(name);
    g_auto(GStrv) b = split(other);
    guint n_a = g_strv_length(a), n_b = g_strv_length(b);
    if (n_a == 0 || n_b == 0)
        return 0;
    double family = word_similarity(a[surname_index(a, n_a)], b[surname_index(b, n_b)]);
    g_autofree char *given_a = cld_name_dup_given(name);
    g_autofree char *given_b = cld_name_dup_given(other);
    if (given_a == NULL || given_b == NULL)
        return family;
    double given = g_str_equal(given_a, given_b) ? 1 : word_similarity(given_a, given_b);
    return (2 * family + given) / 3;
}
