# SPDX-FileCopyrightText: 2026 The claimdiff authors
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash
# Completion of claimdiff in bash. Flags come from the program's own help, so they never go stale.
_claimdiff() {
    local word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]-} flag=
    [ "$COMP_CWORD" -le 2 ] || flag=${COMP_WORDS[COMP_CWORD - 1]}
    [ "$word" != = ] || word='' # bash takes "=" for a word of its own
    [ "$flag" != = ] || flag=${COMP_WORDS[COMP_CWORD - 2]}
    local commands='compare claims events explain init add check review stats rebuild fsck doctor help'
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W "$commands --help --version" -- "$word")
    elif [ "$command" = help ]; then
        mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$word")
    elif [ "$flag" = -f ] || [ "$flag" = --format ]; then
        local formats
        formats=$("${COMP_WORDS[0]}" "$command" --help 2>/dev/null |
            sed -n '/^Formats:/,/^$/s/^  \([a-z]*\) .*/\1/p')
        mapfile -t COMPREPLY < <(compgen -W "${formats:-terminal json}" -- "$word")
    elif [ "$command" = explain ] && [[ $word != -* ]]; then
        local types
        types=$("${COMP_WORDS[0]}" explain 2>/dev/null | sed -n 's/^ \{0,2\}\([a-z-]*\)[: ].*/\1/p')
        mapfile -t COMPREPLY < <(compgen -W "$types" -- "$word")
    elif [[ $word == -* ]]; then
        local flags
        flags=$("${COMP_WORDS[0]}" "$command" --help 2>/dev/null |
            sed -n 's/^  \(-., \)\{0,1\}\(--[a-z-]*\).*/\2/p')
        mapfile -t COMPREPLY < <(compgen -W "$flags" -- "$word")
    else
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
    fi
}
complete -o filenames -F _claimdiff claimdiff
