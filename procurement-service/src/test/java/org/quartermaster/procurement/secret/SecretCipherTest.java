package org.quartermaster.procurement.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quartermaster.platform.PlatformConfig;
import org.quartermaster.procurement.ProcurementTest;

/** Secrets that are kept, and the key that they are kept under. */
@ProcurementTest
final class SecretCipherTest {
    private static final byte[] SECRET = "a secret".getBytes(StandardCharsets.UTF_8);

    @Inject
    SecretCipher cipher;

    @Inject
    PlatformConfig platform;

    @Test
    void whatIsSealedIsOpenedUnderItsNameAlone() {
        var sealed = cipher.seal(SECRET, "one");

        assertThat(cipher.open(sealed, "one")).isEqualTo(SECRET);
        assertThat(cipher.seal(SECRET, "one")).isNotEqualTo(sealed);
        assertThatThrownBy(() -> cipher.open(sealed, "another")).isInstanceOf(IllegalStateException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> cipher.open(sealed, "one")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void outsideDemoModeNothingStartsWithoutAKey() {
        assertThatThrownBy(() -> new SecretCipher(Optional::empty, platform))
                .hasMessageContaining("QM_KEY_ENCRYPTION_KEY is not set");
        assertThatThrownBy(() -> new SecretCipher(() -> Optional.of("c2hvcnQ="), platform))
                .hasMessageContaining("5 bytes");
        assertThatThrownBy(() -> new SecretCipher(() -> Optional.of("not base64!"), platform))
                .hasMessageContaining("not base64");
    }
}
