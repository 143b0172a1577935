# SPDX-License-Identifier: MIT
# fish completion of xueji: the words of `xueji --help` and `xueji COMMAND --help`, and files.

# A help page: of the command that is given, or of all of them.
function __xueji_help
    set -l program (commandline -opc)[1]
    LC_ALL=C.UTF-8 $program $argv --help 2>/dev/null
end

function __xueji_commands
    __xueji_help | string replace -rf '^  ([a-z]+)  +(.*)' '$1\t$2'
end

# The command on the line; fails when there is none yet.
function __xueji_command
    set -l commands (__xueji_commands | string replace -r '\t.*' '')
    for word in (commandline -opc)[2..-1]
        contains -- $word $commands; and echo $word; and return
    end
    return 1
end

function __xueji_page
    set -l command (__xueji_command) run
    __xueji_help $command[1]
end

# What can be typed here: a value that is a file or none; a command; more files.
function __xueji_kind
    set -l before (commandline -opc)[-1]
    set -l page (__xueji_page)
    set -l value (string replace -rf -- "^  $before ([^ ]+) .*" '$1' $page)
    if string match -q -- '--*' $before; and set -q value[1]
        test $value[1] = 文件名; and echo files; or echo value
    else if not __xueji_command >/dev/null
        echo commands
    else if string match -qr '^用法：xueji \S+( \[选项\])?$' $page[1]
        echo options
    else
        echo files
    end
end

function __xueji_is
    contains (__xueji_kind) $argv
end

function __xueji_options
    __xueji_page | string replace -rf '^  (--[a-z-]+) (\S*) *(.*)' '$1\t$3'
    printf '%s\t%s\n' --help 说明 --version 版本
end

complete -c xueji -f
complete -c xueji -n '__xueji_is files' -F
complete -c xueji -n '__xueji_is commands' -a '(__xueji_commands)'
complete -c xueji -n 'string match -q -- "-*" (commandline -ct); and not __xueji_is value' -a '(__xueji_options)'
