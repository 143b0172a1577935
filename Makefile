# SPDX-License-Identifier: MIT
# make deps run      install what is missing, build, open the wizard
# make deps test     install what is missing, build, run the whole suite
# make install       program, data and library (PREFIX, DESTDIR); make uninstall takes them away
# make bench         what a roster of ten million rows costs, against wc -l
# make sanitize      the suite under ASan and UBSan; make fuzz: libFuzzer; make coverage: what tests reach

VERSION = 0.1.0
PREFIX ?= /usr/local
BUILD ?= build
CC ?= cc
CFLAGS ?= -O2 -g
PKG_CONFIG ?= pkg-config

WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
	-Wvla -Wformat=2 -Wundef -Wwrite-strings
HARDENING ?= -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
LINK_HARDENING ?= -pie -Wl,-z,relro,-z,now
DEFINES = -D_GNU_SOURCE -DXUEJI_VERSION='"$(VERSION)"' -DXUEJI_DATADIR='"$(PREFIX)/share/xueji"'

# Asked when a command runs, not when this file is read: `make deps` may install them just before.
LIB_CFLAGS = $(shell $(PKG_CONFIG) --cflags libcjson libunibreak libqrencode)
# libqrencode is loaded when a code is asked for.
LIB_LIBS = $(shell $(PKG_CONFIG) --libs libcjson libunibreak) -ldl
TUI_CFLAGS = $(shell $(PKG_CONFIG) --cflags ncursesw)
TUI_LIBS = $(shell $(PKG_CONFIG) --libs ncursesw)
TEST_CFLAGS = $(shell $(PKG_CONFIG) --cflags cmocka vterm zbar)
TEST_LIBS = $(shell $(PKG_CONFIG) --libs cmocka vterm zbar)

ALL_CFLAGS = -std=c17 $(WARNINGS) $(CFLAGS) $(HARDENING) $(DEFINES) -Iinclude -MMD -MP
ALL_LDFLAGS = $(CFLAGS) $(LINK_HARDENING) $(LDFLAGS)

# Everything but the program's own front links into the library, and that without curses.
FRONT = src/front/main.c $(wildcard src/front/tui*.c)
CORE = $(filter-out $(FRONT),$(wildcard src/*/*.c))
FRONT_OBJECTS = $(FRONT:%.c=$(BUILD)/%.o)
CORE_OBJECTS = $(CORE:%.c=$(BUILD)/%.o)
TESTS = $(patsubst tests/%.c,$(BUILD)/tests/%,$(wildcard tests/test_*.c))
FUZZERS = $(patsubst tests/%.c,$(BUILD)/tests/%,$(filter-out tests/fuzz_main.c,$(wildcard tests/fuzz_*.c)))
TEST_SUPPORT = $(patsubst tests/%.c,$(BUILD)/tests/%.o,$(wildcard tests/terminal*.c))

.PHONY: all deps run test sanitize coverage fuzz bench bench-roster bench-paint install uninstall clean
all: $(BUILD)/xueji

# With `make deps run` or a parallel make, nothing is compiled before the libraries are there.
ifneq ($(filter deps,$(MAKECMDGOALS)),)
$(FRONT_OBJECTS) $(CORE_OBJECTS) $(TEST_SUPPORT) $(TESTS): | deps
endif

deps:
	@sh .ci/deps

$(BUILD)/xueji: $(FRONT_OBJECTS) $(BUILD)/libxueji.a
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIB_LIBS) $(TUI_LIBS)

# For tests that ask the kernel what the program waits for: the same program, but not closed to that.
$(BUILD)/xueji-traceable: src/front/main.c $(FRONT_OBJECTS) $(BUILD)/libxueji.a
	$(CC) $(ALL_CFLAGS) -DXUEJI_TRACEABLE -c -o $(BUILD)/src/front/main-traceable.o src/front/main.c
	$(CC) $(ALL_LDFLAGS) -o $@ $(BUILD)/src/front/main-traceable.o \
		$(filter-out %/main.o,$(FRONT_OBJECTS)) $(BUILD)/libxueji.a $(LIB_LIBS) $(TUI_LIBS)

$(BUILD)/libxueji.a: $(CORE_OBJECTS)
	rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/src/front/tui%.o: src/front/tui%.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(TUI_CFLAGS) -c -o $@ $<

$(BUILD)/src/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LIB_CFLAGS) -c -o $@ $<

$(BUILD)/tests/%.o: tests/%.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(TEST_CFLAGS) -c -o $@ $<

$(BUILD)/tests/test_%: $(BUILD)/tests/test_%.o $(TEST_SUPPORT) $(BUILD)/libxueji.a
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(TEST_LIBS) $(LIB_LIBS) -lutil

# Without libFuzzer: a driver that runs the corpus and as many mutations of it as it is told.
$(BUILD)/tests/fuzz_%: $(BUILD)/tests/fuzz_%.o $(BUILD)/tests/fuzz_main.o $(BUILD)/libxueji.a
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIB_LIBS)

# Only status 2 is trouble: leaving in the middle is the student's good right.
run: $(BUILD)/xueji
	@$(BUILD)/xueji --record data/record.example.json || [ $$? -ne 2 ]

test: $(BUILD)/xueji $(BUILD)/xueji-traceable $(TESTS) $(FUZZERS)
	@XUEJI_LINK='$(filter -fsanitize% --coverage,$(CFLAGS))' sh tests/run.sh $(BUILD)

# The same suite, every byte and every overflow watched.
sanitize:
	$(MAKE) test BUILD=build-sanitize HARDENING= LINK_HARDENING= \
		CFLAGS="-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer"

# How much of the rules the tests reach, by file: lines and branches.
RULES = finding resident_id resident_id_check resident_id_compare person_name person_name_compare \
	name_fold layers characters validator region region_read contact contact_again \
	contact_email contact_password site_address site_address_character site_address_host \
	sms_practice
coverage:
	$(MAKE) test BUILD=build-coverage HARDENING= LINK_HARDENING= CFLAGS="-O0 -g --coverage"
	@sh tests/coverage.sh build-coverage $(RULES)

# Each parser under libFuzzer for FUZZ_SECONDS; needs clang.
FUZZ_SECONDS ?= 60
fuzz:
	@mkdir -p build-fuzz
	@for source in $(filter-out tests/fuzz_main.c,$(wildcard tests/fuzz_*.c)); do \
		name=$$(basename "$$source" .c) && \
		clang -std=c17 $(DEFINES) -Iinclude -Itests $(LIB_CFLAGS) -g -O1 \
			-fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined \
			-o "build-fuzz/$$name" "$$source" $(CORE) $(LIB_LIBS) && \
		mkdir -p "build-fuzz/corpus/$$name" && echo "$$name" && \
		"build-fuzz/$$name" -max_total_time=$(FUZZ_SECONDS) -print_final_stats=1 \
			-artifact_prefix="build-fuzz/$$name-" "build-fuzz/corpus/$$name" \
			$$(ls -d "tests/corpus/$${name#fuzz_}" 2>/dev/null) 2>&1 | \
			grep -E 'SUMMARY|number_of_executed_units|ERROR' || exit 1; \
	done

bench: bench-paint bench-roster

# What a roster of ten million costs (BENCH_ROWS), against wc -l.
$(BUILD)/tests/bench_%: $(BUILD)/tests/bench_%.o $(BUILD)/libxueji.a
	$(CC) $(ALL_LDFLAGS) -o $@ $^

bench-roster: $(BUILD)/xueji $(BUILD)/tests/bench_roster $(BUILD)/tests/bench_turns
	@sh tests/bench_roster.sh $(BUILD)

# First paint, memory, and what each key costs, beside the least that curses can do; RUNS=41.
$(BUILD)/tests/bench_three_lines $(BUILD)/tests/bench_line: $(BUILD)/tests/%: tests/%.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(TUI_CFLAGS) $(ALL_LDFLAGS) -o $@ $< $(TUI_LIBS)

$(BUILD)/tests/bench_paint: $(BUILD)/tests/bench_paint.o $(TEST_SUPPORT) $(BUILD)/libxueji.a
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(TEST_LIBS) $(LIB_LIBS) -lutil

bench-paint: $(BUILD)/xueji-traceable $(BUILD)/tests/bench_paint $(BUILD)/tests/bench_three_lines \
		$(BUILD)/tests/bench_line
	@state=$$(mktemp -d) && XDG_STATE_HOME="$$state" $(BUILD)/tests/bench_paint $(RUNS); \
		status=$$?; rm -rf "$$state"; exit $$status

# The rules for other programs: they need neither curses nor cJSON.
HEADERS = include/resident_id.h include/person_name.h include/finding.h include/date.h
DATA = $(wildcard data/*.json data/*.tsv)
install: $(BUILD)/xueji
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/xueji \
		$(DESTDIR)$(PREFIX)/lib/pkgconfig $(DESTDIR)$(PREFIX)/include/xueji
	install -m 755 $(BUILD)/xueji $(DESTDIR)$(PREFIX)/bin/xueji
	install -m 644 $(DATA) $(DESTDIR)$(PREFIX)/share/xueji/
	install -m 644 $(BUILD)/libxueji.a $(DESTDIR)$(PREFIX)/lib/libxueji.a
	install -m 644 $(HEADERS) $(DESTDIR)$(PREFIX)/include/xueji/
	printf '%s\n' 'prefix=$(PREFIX)' 'Name: xueji' \
		'Description: Rules of Chinese resident ID numbers and names, with places and reasons' \
		'Version: $(VERSION)' 'Cflags: -I$${prefix}/include/xueji' \
		'Libs: -L$${prefix}/lib -lxueji' >$(DESTDIR)$(PREFIX)/lib/pkgconfig/xueji.pc

uninstall:
	rm -rf $(DESTDIR)$(PREFIX)/share/xueji $(DESTDIR)$(PREFIX)/include/xueji
	rm -f $(DESTDIR)$(PREFIX)/bin/xueji $(DESTDIR)$(PREFIX)/lib/libxueji.a \
		$(DESTDIR)$(PREFIX)/lib/pkgconfig/xueji.pc

clean:
	rm -rf build build-sanitize build-coverage build-fuzz

.SECONDARY:
-include $(wildcard $(BUILD)/src/*/*.d $(BUILD)/tests/*.d)
