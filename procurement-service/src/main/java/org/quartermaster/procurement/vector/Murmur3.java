package org.quartermaster.procurement.vector;

import java.nio.charset.StandardCharsets;

/** MurmurHash3 in its 32-bit form for x86, of a text in UTF-8. */
final class Murmur3 {
    private static final int FIRST = 0xcc9e2d51;
    private static final int SECOND = 0x1b873593;

    private Murmur3() {}

    static int hash(String text, int seed) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var whole = bytes.length & ~3;
        var hash = seed;
        for (var i = 0; i < whole; i += 4) {
            hash = Integer.rotateLeft(hash ^ scrambled(littleEndian(bytes, i, 4)), 13) * 5 + 0xe6546b64;
        }
        if (whole < bytes.length) {
            hash ^= scrambled(littleEndian(bytes, whole, bytes.length - whole));
        }
        return spread(hash ^ bytes.length);
    }

    private static int littleEndian(byte[] bytes, int from, int count) {
        var value = 0;
        for (var i = count - 1; i >= 0; i--) {
            value = value << 8 | bytes[from + i] & 0xff;
        }
        return value;
    }

    private static int scrambled(int block) {
        return Integer.rotateLeft(block * FIRST, 15) * SECOND;
    }

    private static int spread(int hash) {
        var value = hash;
        value ^= value >>> 16;
        value *= 0x85ebca6b;
        value ^= value >>> 13;
        value *= 0xc2b2ae35;
        return value ^ value >>> 16;
    }
}
