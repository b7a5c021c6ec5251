#!/usr/bin/env python3
"""Builds the ledger's Merkle tree (RFC 6962) anew from its entries and compares the root with the checkpoint.

Usage: python3 check.py http://localhost:8084
Checks no signature: the page that this file came from shows how to do that with OpenSSL.
"""
import base64
import hashlib
import sys
import urllib.request

TILE = 256


def fetch(path):
    with urllib.request.urlopen(sys.argv[1].rstrip("/") + path) as answer:
        return answer.read()


def address(index, width):
    groups = "%03d" % (index % 1000)
    while index >= 1000:
        index //= 1000
        groups = "x%03d/%s" % (index % 1000, groups)
    return "/tile/entries/" + groups + ("" if width == TILE else ".p/%d" % width)


def entries(size):
    for start in range(0, size, TILE):
        bundle = fetch(address(start // TILE, min(TILE, size - start)))
        while bundle:
            end = 2 + int.from_bytes(bundle[:2], "big")
            yield bundle[2:end]
            bundle = bundle[end:]


def root(leaves):
    complete = []  # (height, hash) of complete subtrees from left to right, each higher than the next
    for entry in leaves:
        height, value = 0, hashlib.sha256(b"\x00" + entry).digest()
        while complete and complete[-1][0] == height:
            value = hashlib.sha256(b"\x01" + complete.pop()[1] + value).digest()
            height += 1
        complete.append((height, value))
    if not complete:
        return hashlib.sha256(b"").digest()
    value = complete.pop()[1]
    while complete:
        value = hashlib.sha256(b"\x01" + complete.pop()[1] + value).digest()
    return value


if len(sys.argv) != 2:
    sys.exit(__doc__)
origin, size, expected = fetch("/checkpoint").decode().split("\n")[:3]
found = base64.b64encode(root(entries(int(size)))).decode()
print("%s, %s events\ncheckpoint says %s\nentries give    %s" % (origin, size, expected, found))
sys.exit("The tree is NOT the one of the checkpoint." if found != expected else 0)
