/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "cld-command.h"
#include "cld-web.h"

/* The one place that knows both front ends: the command line and the page. */
int
main(int argc, char **argv)
{
    cld_command_set_serve(cld_web_run);
    return cld_command_main(argc, argv);
}
