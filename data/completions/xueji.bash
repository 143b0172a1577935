# SPDX-License-Identifier: MIT
# bash completion of xueji: commands, options, files. Needs nothing but bash.

# The command before the word being completed; nothing when there is none yet.
_xueji_command() {
	local i
	for ((i = 1; i < COMP_CWORD; i++)); do
		case ${COMP_WORDS[i]} in
		--record | --guide | --report | --theme | --speed | --against) ((i++)) ;;
		-*) ;;
		*) printf '%s' "${COMP_WORDS[i]}" && return ;;
		esac
	done
}

_xueji_options() {
	case $1 in
	run | '') printf '%s ' --record --report --fresh --guide --plain --ascii --mouse --no-hints --theme ;;
	demo) printf '%s ' --auto --speed --guide --plain --ascii --mouse --no-hints --theme ;;
	notes) printf '%s ' --ascii ;;
	check) printf '%s ' --record --json ;;
	audit) printf '%s ' --against --reveal --no-duplicates --json ;;
	esac
	printf '%s ' --help --version
}

# Those of the words $2 that begin with $1.
_xueji_words() {
	mapfile -t COMPREPLY < <(compgen -W "$2" -- "$1")
}

# Files that begin with $1 and end in $2, and the folders on the way to them.
_xueji_files() {
	compopt -o filenames
	mapfile -t COMPREPLY < <(compgen -d -- "$1"; compgen -f -X "!*$2" -- "$1")
}

_xueji() {
	local word=${COMP_WORDS[COMP_CWORD]} command
	command=$(_xueji_command)
	COMPREPLY=()
	case ${COMP_WORDS[COMP_CWORD - 1]} in
	--guide) _xueji_files "$word" .json && return ;;
	--record | --report | --against) _xueji_files "$word" '' && return ;;
	--theme) _xueji_words "$word" projector && return ;;
	--speed) _xueji_words "$word" '0.5 1 2 4' && return ;;
	esac
	case $command/$word in
	*/-*) _xueji_words "$word" "$(_xueji_options "$command")" ;;
	/*) _xueji_words "$word" 'run demo notes check audit lint forget' ;;
	demo/*) _xueji_files "$word" .json ;;
	audit/* | lint/*) _xueji_files "$word" '' ;;
	esac
}

complete -F _xueji xueji
