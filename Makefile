# SPDX-License-Identifier: MIT
# make deps run      install what is missing, build, open the wizard
# make deps test     install what is missing, build, run the whole suite

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
LIB_CFLAGS = $(shell $(PKG_CONFIG) --cflags libcjson libunibreak)
LIB_LIBS = $(shell $(PKG_CONFIG) --libs libcjson libunibreak)
TUI_CFLAGS = $(shell $(PKG_CONFIG) --cflags ncursesw)
TUI_LIBS = $(shell $(PKG_CONFIG) --libs ncursesw)
TEST_CFLAGS = $(shell $(PKG_CONFIG) --cflags cmocka vterm)
TEST_LIBS = $(shell $(PKG_CONFIG) --libs cmocka vterm)

ALL_CFLAGS = -std=c17 $(WARNINGS) $(CFLAGS) $(HARDENING) $(DEFINES) -Iinclude -MMD -MP
ALL_LDFLAGS = $(CFLAGS) $(LINK_HARDENING) $(LDFLAGS)

# Everything but the program's own front links into the library, and that without curses.
FRONT = src/main.c $(wildcard src/tui*.c)
CORE = $(filter-out $(FRONT),$(wildcard src/*.c))
FRONT_OBJECTS = $(FRONT:%.c=$(BUILD)/%.o)
CORE_OBJECTS = $(CORE:%.c=$(BUILD)/%.o)
TESTS = $(patsubst tests/%.c,$(BUILD)/tests/%,$(wildcard tests/test_*.c))
FUZZERS = $(patsubst tests/%.c,$(BUILD)/tests/%,$(filter-out tests/fuzz_main.c,$(wildcard tests/fuzz_*.c)))
TEST_SUPPORT = $(patsubst tests/%.c,$(BUILD)/tests/%.o,$(wildcard tests/terminal*.c))

.PHONY: all deps run test sanitize clean
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
$(BUILD)/xueji-traceable: src/main.c $(FRONT_OBJECTS) $(BUILD)/libxueji.a
	$(CC) $(ALL_CFLAGS) -DXUEJI_TRACEABLE -c -o $(BUILD)/src/main-traceable.o src/main.c
	$(CC) $(ALL_LDFLAGS) -o $@ $(BUILD)/src/main-traceable.o \
		$(filter-out %/main.o,$(FRONT_OBJECTS)) $(BUILD)/libxueji.a $(LIB_LIBS) $(TUI_LIBS)

$(BUILD)/libxueji.a: $(CORE_OBJECTS)
	rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/src/tui%.o: src/tui%.c
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
	@sh tests/run.sh $(BUILD)

# The same suite, every byte and every overflow watched.
sanitize:
	$(MAKE) test BUILD=build-sanitize HARDENING= LINK_HARDENING= \
		CFLAGS="-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer"

clean:
	rm -rf build build-sanitize

.SECONDARY:
-include $(wildcard $(BUILD)/src/*.d $(BUILD)/tests/*.d)
