# SPDX-License-Identifier: MIT
# make deps run      install missing libraries, build, open the wizard
# make deps test     install missing libraries, build, run the test suite
# make install       program, data, manual and library (PREFIX, DESTDIR); make uninstall removes them
# make bench         first paint, keys and an audit of ten million rows against simple programs
# make check-style   layers, cycles, unused functions, formatting, static analysis
# make dist          the tarball; make distcheck tests it; make matrix builds with gcc, clang, every -O, LTO
# make screenshots   regenerate the README's pictures
# make sanitize      the suite under ASan and UBSan; make fuzz: libFuzzer; make coverage: lines, branches
# make torture       the long form of tests/torture; make flakes: the suite 200 times under load

VERSION = 0.1.0
PREFIX ?= /usr/local
BUILD ?= build
CC ?= cc
PKG_CONFIG ?= pkg-config

ifneq ($(words $(BUILD)),1)
$(error BUILD: make cannot build in a path with blanks, "$(BUILD)")
endif

# CFLAGS, CPPFLAGS and LDFLAGS of the user or a distribution replace these and come last.
CFLAGS ?= -O2 -g -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-protector-strong
LDFLAGS ?= -Wl,-z,relro,-z,now

WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
	-Wvla -Wformat=2 -Wundef -Wwrite-strings
# 64-bit offsets and times on 32-bit machines, too.
DEFINES = -D_GNU_SOURCE -D_FILE_OFFSET_BITS=64 -D_TIME_BITS=64 \
	-DXUEJI_VERSION='"$(VERSION)"' -DXUEJI_DATADIR='"$(PREFIX)/share/xueji"'

# Expanded when a command runs: with `make deps run` the libraries are installed by then.
LIB_CFLAGS = $(shell $(PKG_CONFIG) --cflags libcjson libunibreak libqrencode)
# libqrencode is loaded with dlopen() when a QR code is shown.
LIB_LIBS = $(shell $(PKG_CONFIG) --libs libcjson libunibreak) -ldl
TUI_CFLAGS = $(shell $(PKG_CONFIG) --cflags ncursesw)
TUI_LIBS = $(shell $(PKG_CONFIG) --libs ncursesw)
# cmocka 2 deprecates assert_in_range, whose successors cmocka 1 does not have. Rows of tables leave out what
# they do not need.
TEST_CFLAGS = -Wno-deprecated-declarations -Wno-missing-field-initializers $(shell $(PKG_CONFIG) --cflags cmocka vterm zbar)
TEST_LIBS = $(shell $(PKG_CONFIG) --libs cmocka vterm zbar)

ALL_CFLAGS = -std=c17 $(WARNINGS) -fPIE $(DEFINES) -Isrc -Itests -Iinclude -MMD -MP $(CPPFLAGS) $(CFLAGS)
ALL_LDFLAGS = -pie $(CFLAGS) $(LDFLAGS)

# Everything but the program's own front links into the library, and that without curses.
FRONT = src/cli/main.c $(wildcard src/tui/tui*.c)
CORE = $(filter-out $(FRONT),$(wildcard src/*/*.c))
FRONT_OBJECTS = $(FRONT:%.c=$(BUILD)/%.o)
CORE_OBJECTS = $(CORE:%.c=$(BUILD)/%.o)
TESTS = $(patsubst tests/%.c,$(BUILD)/tests/%,$(wildcard tests/*/test_*.c tests/torture/torture_*.c)) \
	$(BUILD)/tests/support/no_memory.so
FUZZERS = $(patsubst tests/%.c,$(BUILD)/tests/%,$(filter-out tests/fuzz/fuzz_main.c,$(wildcard tests/fuzz/fuzz_*.c)))
TEST_SUPPORT = $(patsubst tests/%.c,$(BUILD)/tests/%.o,$(wildcard tests/support/terminal*.c) tests/support/command.c tests/torture/torture.c)

.PHONY: all deps run test sanitize coverage fuzz bench bench-roster bench-paint install uninstall clean
.PHONY: programs torture flakes screenshots dist distcheck matrix check-style
all: $(BUILD)/xueji

# Builds everything that the tests run.
programs: $(BUILD)/xueji $(BUILD)/xueji-traceable $(TESTS) $(FUZZERS) $(BUILD)/tests/support/screenshot

# With `make -j deps run`, whatever compiles waits for the libraries.
DEPS = $(filter deps,$(MAKECMDGOALS))
sanitize coverage torture fuzz distcheck matrix: | $(DEPS)

# Installs what these goals need; for `make deps` alone, what all of them need.
deps:
	@CC='$(CC)' PKG_CONFIG='$(PKG_CONFIG)' sh .ci/deps $(filter-out deps,$(MAKECMDGOALS))

$(BUILD)/xueji: $(FRONT_OBJECTS) $(BUILD)/internal.a
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIB_LIBS) $(TUI_LIBS)

# The program that tests run: other processes of the user may ask the kernel what it waits for.
TRACEABLE_OBJECTS = $(BUILD)/src/cli/main-traceable.o $(filter-out %/main.o,$(FRONT_OBJECTS))
$(BUILD)/src/cli/main-traceable.o: src/cli/main.c | $(DEPS)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -DXUEJI_TRACEABLE -c -o $@ $<
$(BUILD)/xueji-traceable: $(TRACEABLE_OBJECTS) $(BUILD)/internal.a
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIB_LIBS) $(TUI_LIBS)

$(BUILD)/internal.a: $(CORE_OBJECTS)
	rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/src/tui/tui%.o: src/tui/tui%.c | $(DEPS)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(TUI_CFLAGS) -c -o $@ $<

$(BUILD)/src/%.o: src/%.c | $(DEPS)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LIB_CFLAGS) -c -o $@ $<

$(BUILD)/tests/%.o: tests/%.c | $(DEPS)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(TEST_CFLAGS) -c -o $@ $<

SCREENSHOT = $(BUILD)/tests/support/screenshot
BENCH_PAINT = $(BUILD)/tests/bench/bench_paint
$(filter-out %.so,$(TESTS)) $(SCREENSHOT) $(BENCH_PAINT): %: %.o $(TEST_SUPPORT) $(BUILD)/internal.a
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(TEST_LIBS) $(LIB_LIBS) -lutil

# Preloaded before the C library, refuses memory when told to. Never sanitized or measured itself.
$(BUILD)/tests/support/no_memory.so: tests/support/no_memory.c | $(DEPS)
	@mkdir -p $(@D)
	$(CC) -std=c17 $(WARNINGS) -O2 -g -D_GNU_SOURCE -fPIC -shared -o $@ $< -ldl

screenshots: $(BUILD)/xueji-traceable $(SCREENSHOT)
	@home=$$(mktemp -d) && trap 'rm -rf "$$home"' EXIT && \
		XDG_STATE_HOME="$$home" XUEJI_DATA=data XUEJI=$(BUILD)/xueji-traceable $(SCREENSHOT) data/screenshots

# Runs the fuzz targets without libFuzzer.
FUZZ_DRIVER = $(BUILD)/tests/fuzz/fuzz_main.o
$(BUILD)/tests/fuzz/fuzz_%: $(BUILD)/tests/fuzz/fuzz_%.o $(FUZZ_DRIVER) $(BUILD)/internal.a
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIB_LIBS)

# Status 2 is trouble; leaving before the end, or an end with a problem, is no error of make's.
run: $(BUILD)/xueji
	@XUEJI_DATA="$${XUEJI_DATA:-data}" $(BUILD)/xueji --record data/record.example.json || [ $$? -ne 2 ]

# WHAT="test_cli torture_*" runs only these.
test: programs
	@XUEJI_LINK='$(filter -fsanitize% --coverage,$(CFLAGS))' sh tests/support/run.sh $(BUILD) $(WHAT)

SANITIZED = BUILD=build-sanitize CPPFLAGS= LDFLAGS= \
	CFLAGS="-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer"
sanitize:
	$(MAKE) test $(SANITIZED)

# Random keys go to the sanitized program. TORTURE_KILLS and the like set how often: see tests/torture.
torture:
	@TORTURE=long $(MAKE) --no-print-directory test \
		WHAT="torture_kill torture_faults torture_memory torture_signals torture_copies torture_valgrind"
	@TORTURE=long $(MAKE) --no-print-directory test $(SANITIZED) WHAT=torture_keys

TIMES ?= 200
flakes: programs
	@sh tests/support/flakes.sh $(BUILD) $(TIMES)

coverage:
	$(MAKE) test BUILD=build-coverage CPPFLAGS= LDFLAGS= CFLAGS="-O0 -g --coverage"
	@sh tests/support/coverage.sh build-coverage

# All fuzz targets, or those named in FUZZ; tests/fuzz/fuzz.sh says for how long. Needs clang.
FUZZ ?= $(FUZZERS:$(BUILD)/tests/fuzz/fuzz_%=%)
fuzz:
	@echo 'int LLVMFuzzerTestOneInput(void); int LLVMFuzzerTestOneInput(void) { return 0; }' | \
		clang -fsanitize=fuzzer -x c -o /dev/null - 2>/dev/null || \
		{ echo 'make fuzz: needs clang with libFuzzer (Debian: clang libclang-rt-dev)' >&2; exit 2; }
	$(MAKE) BUILD=build-fuzz CC=clang CPPFLAGS= FUZZ_DRIVER= LDFLAGS=-fsanitize=fuzzer \
		CFLAGS="-O2 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined" \
		$(FUZZERS:$(BUILD)/%=build-fuzz/%)
	@sh tests/fuzz/fuzz.sh build-fuzz $(FUZZ)

bench: bench-paint bench-roster

$(BUILD)/tests/bench/bench_%: $(BUILD)/tests/bench/bench_%.o $(BUILD)/internal.a
	$(CC) $(ALL_LDFLAGS) -o $@ $^

bench-roster: $(BUILD)/xueji $(BUILD)/tests/bench/bench_roster $(BUILD)/tests/bench/bench_turns
	@sh tests/bench/bench_roster.sh $(BUILD)

# RUNS=41 is the default.
BENCH_CURSES = $(addprefix $(BUILD)/tests/bench/bench_,three_lines line guide)
$(BENCH_CURSES): $(BUILD)/tests/%: tests/%.c | $(DEPS)
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(TUI_CFLAGS) $(LIB_CFLAGS) $(ALL_LDFLAGS) -o $@ $< $(TUI_LIBS) $(if $(filter %guide,$@),$(LIB_LIBS))

bench-paint: $(BUILD)/xueji-traceable $(BUILD)/tests/bench/bench_paint $(BENCH_CURSES)
	@state=$$(mktemp -d) && export XUEJI_DATA=data && \
		printf '/g 2\nq\n' | XDG_STATE_HOME="$$state/kept" $(BUILD)/xueji-traceable --plain \
			--record data/record.example.json >"$$state/out"; \
		XDG_STATE_HOME="$$state" $(BUILD)/tests/bench/bench_paint $(RUNS); \
		status=$$?; rm -rf "$$state"; exit $$status

# Tools that are not installed are passed over.
check-style: $(BUILD)/xueji
	@CC='$(CC)' INSTALLED='include/xueji.h' LIBS_ALL='$(LIB_LIBS) $(TUI_LIBS)' \
		CFLAGS_LIBS='$(LIB_CFLAGS) $(TUI_CFLAGS)' \
		sh tests/support/check_style.sh $(BUILD)

# The rules for other programs, in one object whose only global names are those of xueji.h: of the
# internal archive the linker takes what they need, which is neither curses nor cJSON. With -flto, gcc must
# be told to make machine code.
OBJCOPY ?= objcopy
$(BUILD)/libxueji.a: $(BUILD)/src/rules/xueji.o $(BUILD)/internal.a
	$(CC) $(CFLAGS) -r -nostdlib $(if $(filter -flto%,$(CFLAGS)),\
		$(if $(findstring clang,$(CC)),,-flinker-output=nolto-rel)) $(LDFLAGS) -o $(BUILD)/libxueji.o $^
	$(OBJCOPY) --wildcard --keep-global-symbol='xueji_*' -R .group $(BUILD)/libxueji.o
	rm -f $@
	$(AR) rcs $@ $(BUILD)/libxueji.o

DATA = $(wildcard data/*.json data/*.tsv)

# FILE=PLACE under PREFIX: install copies these, uninstall removes these and nothing else.
INSTALLED = $(BUILD)/xueji=bin/xueji $(BUILD)/libxueji.a=lib/libxueji.a \
	$(BUILD)/xueji.pc=lib/pkgconfig/xueji.pc \
	include/xueji.h=include/xueji.h \
	$(foreach file,$(DATA),$(file)=share/xueji/$(notdir $(file))) \
	data/man/xueji.1=share/man/man1/xueji.1 data/man/xueji-guide.5=share/man/man5/xueji-guide.5 \
	data/completions/xueji.bash=share/bash-completion/completions/xueji \
	data/completions/_xueji=share/zsh/site-functions/_xueji \
	data/completions/xueji.fish=share/fish/vendor_completions.d/xueji.fish

# Finds its prefix from where it lies, as the program finds its data.
$(BUILD)/xueji.pc: Makefile
	@mkdir -p $(@D)
	printf '%s\n' 'prefix=$${pcfiledir}/../..' 'Name: xueji' \
		'Description: Rules of Chinese resident ID numbers and names, with places and reasons' \
		'Version: $(VERSION)' 'Cflags: -I$${prefix}/include' \
		'Libs: -L$${prefix}/lib -lxueji' >$@

install: $(BUILD)/xueji $(BUILD)/libxueji.a $(BUILD)/xueji.pc
	@for each in $(INSTALLED); do \
		file=$${each%%=*} place="$(DESTDIR)$(PREFIX)/$${each#*=}" mode=644; \
		case $$each in *=bin/*) mode=755 ;; esac; \
		install -d "$${place%/*}" && install -m $$mode "$$file" "$$place" || exit 1; \
		echo "$$place"; \
	done

uninstall:
	@for each in $(INSTALLED); do rm -f "$(DESTDIR)$(PREFIX)/$${each#*=}" || exit 1; done
	@rmdir "$(DESTDIR)$(PREFIX)/share/xueji" 2>/dev/null || :

# The files that git tracks, or without git, as in the tarball itself, all files.
DIST = xueji-$(VERSION)
dist:
	@mkdir -p $(BUILD)
	@if [ -e .git ]; then git ls-files; else find . -path './build*' -prune -o -type f -print; fi \
		>$(BUILD)/$(DIST).files
	@sed 's|^\./||' $(BUILD)/$(DIST).files | LC_ALL=C sort | tar -czf $(BUILD)/$(DIST).tar.gz \
		--no-recursion --owner=0 --group=0 --numeric-owner --transform='s|^|$(DIST)/|' -T -
	@echo $(BUILD)/$(DIST).tar.gz

# The tarball builds, passes its tests, installs and uninstalls completely.
distcheck: dist
	@to=$$(mktemp -d) && trap 'rm -rf "$$to"' EXIT && \
		tar -xzf $(BUILD)/$(DIST).tar.gz -C "$$to" && cd "$$to/$(DIST)" && \
		$(MAKE) BUILD=build all test && $(MAKE) BUILD=build DESTDIR="$$to/root" install && \
		"$$to/root$(PREFIX)/bin/xueji" --version && \
		$(MAKE) BUILD=build DESTDIR="$$to/root" uninstall && \
		! find "$$to/root" ! -type d | grep .

# Warnings are errors with both compilers at every level, and with LTO.
matrix:
	@for cc in gcc clang; do \
		for flags in -O0 -O1 -O2 -O3 '-O2 -flto=auto'; do \
			case $$cc$$flags in \
			gcc*lto*) more='AR=gcc-ar' ;; \
			clang*lto*) more='AR=llvm-ar LDFLAGS=-fuse-ld=lld' ;; \
			*) more= ;; \
			esac; \
			$(MAKE) -s BUILD="build-matrix/$$cc$$(echo $$flags | tr -d ' ')" CC=$$cc $$more \
				CFLAGS="$$flags -g -Werror" all programs || exit 1; \
			echo "$$cc $$flags"; \
		done; \
	done

clean:
	rm -rf build build-sanitize build-coverage build-fuzz build-matrix

.SECONDARY:
-include $(wildcard $(BUILD)/src/*/*.d $(BUILD)/tests/*/*.d)
