package org.quartermaster.procurement.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where webhooks may go. */
class WebhookUrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://127.0.0.1/hook, url_private",
        "https://169.254.169.254/latest, url_private",
        "https://[::1]/, url_private",
        "https://[::ffff:10.0.0.1]/, url_private",
        "https://localhost/, url_private",
        "http://example.com/, url_not_https",
        "https://user:pass@example.com/, url_invalid",
        "ftp://example.com/, url_not_https",
        "not an address, url_invalid"
    })
    void whatLeadsInsideIsRefused(String text, String code) {
        assertThatThrownBy(() -> WebhookUrl.read(text, false)).hasMessage(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255",
                "198.18.0.1", "fc00::1", "fe80::1", "2001:db8::1", "64:ff9b::a00:1", "2002:7f00:1::", "::"
            })
    void addressesOfNetworksOfTheirOwnAreNotPublic(String address) throws Exception {
        assertThat(WebhookUrl.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"})
    void othersArePublic(String address) throws Exception {
        assertThat(WebhookUrl.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void theLocalStackMayAllowAll() {
        assertThatCode(() -> WebhookUrl.read("http://127.0.0.1:9/hook?a=b", true))
                .doesNotThrowAnyException();
    }
}
