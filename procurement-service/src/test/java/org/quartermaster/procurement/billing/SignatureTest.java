package org.quartermaster.procurement.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.platform.PlatformConfig.AuthMode;

/** What the provider signs, and the amounts that it tells. */
final class SignatureTest {
    private static final String SECRET = "whsec_test";
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final byte[] BODY = "{\"id\":\"evt_1\"}".getBytes(StandardCharsets.UTF_8);

    private static boolean isValid(String header) {
        return Signature.isValid(header, BODY, SECRET, NOW);
    }

    @Test
    void oneOfSeveralSignaturesIsEnough() {
        var good = Signature.header(BODY, SECRET, NOW);

        assertThat(isValid(good)).isTrue();
        assertThat(isValid(good.replace(",v1=", ",v1=00ff,v1="))).isTrue();
        assertThat(isValid(good + ",v0=abc")).isTrue();
    }

    @Test
    void itIsGoodForFiveMinutes() {
        assertThat(isValid(Signature.header(BODY, SECRET, NOW.minusSeconds(300))))
                .isTrue();
        assertThat(isValid(Signature.header(BODY, SECRET, NOW.minusSeconds(301))))
                .isFalse();
        assertThat(isValid(Signature.header(BODY, SECRET, NOW.plusSeconds(301))))
                .isFalse();
    }

    @Test
    void anotherBodySecretOrFormIsRefused() {
        var good = Signature.header(BODY, SECRET, NOW);

        assertThat(Signature.isValid(good, "{}".getBytes(StandardCharsets.UTF_8), SECRET, NOW))
                .isFalse();
        assertThat(Signature.isValid(good, BODY, "other", NOW)).isFalse();
        assertThat(isValid(null)).isFalse();
        assertThat(isValid("")).isFalse();
        assertThat(isValid("t=abc,v1=00")).isFalse();
        assertThat(isValid("t=99999999999999999999,v1=00")).isFalse();
        assertThat(isValid("v1=" + good.split("v1=")[1])).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"3299,eur,32.99", "3299,jpy,3299", "3299,kwd,3.299", "5,usd,0.05", "-100,eur,-1.00", "0,eur,0.00"})
    void amountsComeInMinorUnits(BigDecimal minor, String currency, BigDecimal amount) {
        assertThat(Facts.major(minor, currency)).isEqualTo(amount);
    }

    @Test
    void anAmountInAnUnknownCurrencyIsUnknown() {
        assertThat(Facts.major(BigDecimal.TEN, "zzz")).isNull();
    }

    @Test
    void withoutASecretOnlyTheDemoStarts() {
        assertThat(new WebhookSecret(Optional.empty(), AuthMode.DEMO).text()).contains("whsec_local_stack");
        assertThatThrownBy(() -> new WebhookSecret(Optional.empty(), AuthMode.REQUIRED).check(null))
                .hasMessageContaining("QM_BILLING_WEBHOOK_SECRET");
    }
}
