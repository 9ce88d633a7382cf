/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-command.h"
#include "cld-message.h"
#include "cld-output.h"
#include <string.h>

static const char usage[] = "Usage: claimdiff COMMAND [OPTION…] [FILE|DIR|-]…\n"
                            "\n"
                            "Shows where news articles contradict each other. It never says who is "
                            "right.\n"
                            "\n"
                            "Commands:\n";

static const char usage_end[] =
    "  help      Print the help of a command\n"
    "\n"
    "claimdiff COMMAND --help tells more, with examples; claimdiff --version prints the version.\n"
    "\n"
    "Exit status: 0 done, 1 a finding that --fail-on names, 2 usage, input or output trouble.\n";

static char *
dup_usage(void)
{
    GString *out = g_string_new(usage);
    const CldCommand *const *commands = cld_command_list();
    for (guint i = 0; commands[i] != NULL; i++)
        g_string_append_printf(out, "  %-9s %s\n", commands[i]->name, commands[i]->summary);
    g_string_append(out, usage_end);
    return g_string_free(out, FALSE);
}

static CldExit
print(const char *text)
{
    return cld_command_write("-", text, strlen(text)) ? CLD_EXIT_OK : CLD_EXIT_TROUBLE;
}

static CldExit
print_usage(void)
{
    g_autofree char *text = dup_usage();
    return print(text);
}

static CldExit
refuse_command(const char *name)
{
    cld_message("there is no command “%s”", name);
    cld_message("try: claimdiff --help, or claimdiff compare FILE…");
    return CLD_EXIT_TROUBLE;
}

static CldExit
run_help(int argc, char **argv)
{
    if (argc < 3)
        return print_usage();
    const CldCommand *command = cld_command_find(argv[2]);
    if (command == NULL)
        return refuse_command(argv[2]);
    g_autofree char *help = cld_command_dup_help(command);
    return print(help);
}

static CldExit
run(int argc, char **argv)
{
    if (argc < 2) {
        cld_message("which command?");
        cld_message("try: claimdiff --help, or claimdiff compare FILE…");
        return CLD_EXIT_TROUBLE;
    }
    if (g_str_equal(argv[1], "--version"))
        return print("claimdiff " CLD_VERSION "\nmodel: claimdiff doctor tells which\n");
    if (g_str_equal(argv[1], "--help") || g_str_equal(argv[1], "-h"))
        return print_usage();
    if (g_str_equal(argv[1], "help"))
        return run_help(argc, argv);
    const CldCommand *command = cld_command_find(argv[1]);
    return command != NULL ? cld_command_start(command, argc - 1, argv + 1)
                           : refuse_command(argv[1]);
}

/* Runs the program: @argv as main() gets it. No setlocale(): whatever the user's locale is, the
 * same input gives the same bytes, in UTF-8. Returns: the exit status */
int
cld_command_main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    if (!cld_output_set_up())
        return CLD_EXIT_TROUBLE;
    cld_message_set_up();
    CldExit status = run(argc, argv);
    if (cld_output_finish(&error))
        return status;
    cld_message("%s", error->message);
    return CLD_EXIT_TROUBLE;
}
