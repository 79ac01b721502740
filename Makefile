.PHONY: setup build test demo fuzz lint install clean

PREFIX ?= /usr/local

setup:
	@./scripts/setup

build: setup
	swift build -c release --static-swift-stdlib --product dragoman

demo: build
	@./scripts/demo

test: setup
	@./scripts/test

# FUZZ_SECONDS=60 for longer runs of each target, FUZZ_JOBS for more at a time.
fuzz: setup
	@./scripts/fuzz

lint:
	swift format lint --strict --recursive --parallel Sources Tests Package.swift

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 "$$(swift build -c release --static-swift-stdlib --product dragoman --show-bin-path)/dragoman" "$(DESTDIR)$(PREFIX)/bin/dragoman"

clean:
	rm -rf .build Fuzz/.build Benchmarks/.build demo
