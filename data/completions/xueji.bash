# SPDX-License-Identifier: MIT
# bash completion of xueji: the words of `xueji --help` and `xueji COMMAND --help`, and files.

# Prints a help page: of the command $1, or of all of them.
_xueji_help() {
	LC_ALL=C.UTF-8 "${COMP_WORDS[0]/#\~/$HOME}" "$@" --help 2>/dev/null
}

_xueji() {
	local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
	local commands page usage each words='' command='' files=''
	commands=$(_xueji_help | sed -n 's/^  \([a-z]*\)  .*/\1/p')
	for each in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
		[[ $'\n'$commands$'\n' != *$'\n'"$each"$'\n'* ]] || { command=$each && break; }
	done
	page=$(_xueji_help "${command:-run}")
	read -r _ _ usage _ <<<"$page"
	if [[ $before == --* && $page == *"  $before "[!\ ]* ]]; then
		[[ $page != *"  $before 文件名 "* ]] || files=yes
	elif [[ $word == -* ]]; then
		words="$(sed -n 's/^  \(--[a-z-]*\) .*/\1/p' <<<"$page") --help --version"
	elif [[ -z $command ]]; then
		words=$commands
	elif [[ -n $usage && $usage != '[选项]' ]]; then
		files=yes
	fi
	if [[ -n $files ]]; then
		compopt -o filenames
		mapfile -t COMPREPLY < <(compgen -f -- "$word")
	else
		mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
	fi
}

complete -F _xueji xueji
