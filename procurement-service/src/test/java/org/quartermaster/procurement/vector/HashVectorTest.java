package org.quartermaster.procurement.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.security.Sha256;

/** The vector that is made without a model. */
final class HashVectorTest {
    private static double cosine(String one, String other) {
        var first = HashVector.of(one);
        var second = HashVector.of(other);
        var sum = 0.0;
        for (var i = 0; i < first.length; i++) {
            sum += first[i] * second[i];
        }
        return sum;
    }

    @Test
    void hashesAsThePublishedVectorsOfMurmur3Say() {
        assertThat(Murmur3.hash("", 0)).isZero();
        assertThat(Murmur3.hash("", 1)).isEqualTo(0x514E28B7);
        assertThat(Murmur3.hash("test", 0)).isEqualTo(0xba6bd213);
        assertThat(Murmur3.hash("Hello, world!", 0)).isEqualTo(0xc0363e43);
        assertThat(Murmur3.hash("The quick brown fox jumps over the lazy dog", 0))
                .isEqualTo(0x2e4ff723);
    }

    @Test
    void isOfLengthOne() {
        var vector = HashVector.of("Supply of cut resistant gloves and more gloves");

        var squares = 0.0;
        for (var number : vector) {
            squares += number * number;
        }
        assertThat(vector).hasSize(768);
        assertThat(squares).isCloseTo(1, within(1e-6));
    }

    @Test
    void hasTheSameBitsOnEveryMachine() {
        var vector = HashVector.of("Набавка на заштитни ракавици; protective gloves, gloves for Straßenbau");

        var bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
        for (var number : vector) {
            bytes.putFloat(number);
        }
        assertThat(Sha256.hex(bytes.array()))
                .isEqualTo("5bb3c7e7e8644c1ebd0e326d3e61a3a8af9825cc7805ba847041129dcb5a4eab");
    }

    @Test
    void isTheSameInEveryScriptAndSpelling() {
        assertThat(HashVector.of("школа за деца")).containsExactly(HashVector.of("shkola za deca"));
        assertThat(HashVector.of("ŠKOLA")).containsExactly(HashVector.of("skola"));
    }

    @Test
    void leavesOutWordsThatEveryTextHas() {
        assertThat(HashVector.of("what is the deadline for gloves")).containsExactly(HashVector.of("deadline gloves"));
        assertThat(HashVector.of("кој е рокот за ракавици")).containsExactly(HashVector.of("рокот ракавици"));
        assertThat(HashVector.of("die Frist für Handschuhe")).containsExactly(HashVector.of("Frist Handschuhe"));
        assertThat(HashVector.of("the of and")).containsOnly(0f);
    }

    @Test
    void comparesPairsOfWordsToo() {
        assertThat(cosine("road bridge", "road bridge")).isCloseTo(1, within(1e-6));
        assertThat(cosine("road bridge repair", "road bridge work"))
                .isGreaterThan(cosine("road x bridge", "bridge y road"));
    }

    @Test
    void isOfLengthOneOrNothingForAnyText() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var i = 0; i < 500; i++) {
            var text = random.ints(random.nextInt(200), 0, 0x2FFF)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();

            var squares = 0.0;
            for (var number : HashVector.of(text)) {
                squares += number * number;
            }

            assertThat(squares == 0 || Math.abs(squares - 1) < 1e-5)
                    .as("seed %d: %s", seed, text)
                    .isTrue();
        }
    }
}
