package org.quartermaster.procurement.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Hashes of passwords. */
final class Argon2Test {
    /** Of the reference implementation's own tests. */
    private static final String REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void aHashOfTheReferenceImplementationIsUnderstood() {
        assertThat(Argon2.parse(REFERENCE).isOf("password")).isTrue();
        assertThat(Argon2.parse(REFERENCE).isOf("Password")).isFalse();
    }

    @Test
    void aHashIsWrittenAsItIsRead() {
        assertThat(Argon2.parse(REFERENCE)).hasToString(REFERENCE);
        assertThat(TestPassword.HASH).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(Argon2.parse(TestPassword.HASH).isOf(TestPassword.TEXT)).isTrue();
    }

    @Test
    void twoHashesOfOnePasswordDiffer() {
        assertThat(Argon2.of("x")).doesNotHaveToString(Argon2.of("x").toString());
    }

    @Test
    void weakerParametersAreOld() {
        assertThat(Argon2.parse(REFERENCE).isOld()).isFalse();
        assertThat(Argon2.parse(REFERENCE.replace("m=65536", "m=19455")).isOld())
                .isTrue();
        assertThat(Argon2.parse(REFERENCE.replace("t=2", "t=1")).isOld()).isTrue();
    }

    @Test
    void whatIsNoHashIsRefused() {
        assertThatThrownBy(() -> Argon2.parse("$2a$10$abc")).isInstanceOf(IllegalArgumentException.class);
    }
}
