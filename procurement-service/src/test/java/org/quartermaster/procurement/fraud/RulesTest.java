package org.quartermaster.procurement.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartermaster.procurement.fraud.RiskRules.Thresholds;

/** The rules by which visitors are judged. */
final class RulesTest {
    private static final Thresholds USUAL = new Thresholds(60, 80);

    private static Assessment assess(Network network, String fingerprint, boolean disposable, boolean sameDevice)
            throws Exception {
        var values =
                fingerprint == null ? null : new Fingerprint((ObjectNode) new ObjectMapper().readTree(fingerprint));
        return RiskRules.assess(
                new RiskRules.Signals(network, values, disposable, false, sameDevice, false, false),
                UserAgent.reduce(null),
                USUAL);
    }

    @ParameterizedTest
    @CsvSource({
        "ana@x.org, ANA@x.org, 100",
        "ana@x.org, ana@y.org, 0",
        "ana+a@x.org, ana+b@x.org, 95",
        "marija1@x.org, marija22@x.org, 85",
        "ana1@x.org, ana2@x.org, 85",
        "ivan@x.org, iven@x.org, 80",
        "ivan@x.org, ivxx@x.org, 60",
        "ivan@x.org, petar@x.org, 0",
        "averylongname@x.org, averylongnome@x.org, 0",
        "a.n.a@gmail.com, ana@googlemail.com, 100",
        "a.n.a@x.org, anab@x.org, 0"
    })
    void similarAddressesScoreByTheirLikeness(String a, String b, int score) {
        assertThat(EmailSimilarity.score(a, b)).isEqualTo(score);
        assertThat(EmailSimilarity.score(b, a)).isEqualTo(score);
    }

    @Test
    void twoAddressesShareAKeyExactlyWhereTheyAreDuplicates() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < 20_000; round++) {
            var a = address(random);
            var b = address(random);
            var found = !Collections.disjoint(EmailSimilarity.kept(a), EmailSimilarity.asked(b));
            assertThat(found)
                    .as("%s and %s, seed %d", a, b, seed)
                    .isEqualTo(EmailSimilarity.score(a, b) >= EmailSimilarity.DUPLICATE);
        }
    }

    private static String address(Random random) {
        var local = new StringBuilder();
        for (var i = 0; i < 1 + random.nextInt(6); i++) {
            local.append("ab1+.".charAt(random.nextInt(5)));
        }
        return local + (random.nextBoolean() ? "@x.org" : "@gmail.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@mailinator.com", "a@SUB.Mailinator.com", "a@yopmail.com", "a@tempail.com"})
    void addressesThatAreThrownAwayAreKnownAndThoseBelowThem(String email) {
        assertThat(DisposableDomains.contain(email)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@example.org", "a@notmailinator.com", "a@mailinator.com.example.org"})
    void othersAreNot(String email) {
        assertThat(DisposableDomains.contain(email)).isFalse();
    }

    @Test
    void pointsAddUpAndOnlyTheGravestNetworkCounts() throws Exception {
        var everything = new Network(true, true, true);

        assertThat(assess(everything, null, false, false).riskScore()).isEqualTo(50);
        assertThat(assess(new Network(true, true, false), null, false, false).riskScore())
                .isEqualTo(30);
        assertThat(assess(new Network(false, true, false), null, false, false).riskScore())
                .isEqualTo(25);
        assertThat(assess(Network.PLAIN, null, false, false).riskScore()).isZero();
        assertThat(assess(Network.PLAIN, "{}", false, false).riskScore()).isEqualTo(15);
        assertThat(assess(Network.PLAIN, "{\"canvas\":\"a\"}", false, false).riskScore())
                .isEqualTo(5);
        assertThat(assess(Network.PLAIN, "{\"timezone\":\"UTC\"}", false, false).riskScore())
                .isEqualTo(10);
        assertThat(assess(everything, "{}", true, true).riskScore()).isEqualTo(100);
    }

    @Test
    void sixtyIsShownAndEightyRefused() throws Exception {
        assertThat(assess(Network.PLAIN, null, true, false).decision()).isEqualTo(Decision.ALLOW);
        assertThat(assess(Network.PLAIN, "{}", true, false).decision()).isEqualTo(Decision.REVIEW);
        assertThat(assess(Network.PLAIN, null, true, true).decision()).isEqualTo(Decision.BLOCK);
        assertThat(assess(Network.PLAIN, null, true, true).level()).isEqualTo(Level.CRITICAL);
        assertThat(assess(new Network(true, false, false), null, false, false).level())
                .isEqualTo(Level.MEDIUM);
    }

    @ParameterizedTest
    @CsvSource({
        "TorBrowser editor vpnclient, false, false, false",
        "Mozilla (my tor build), false, false, true",
        "some-VPN/1.0, true, false, false",
        "proxy, false, true, false",
        "The Anonymizer 2, false, true, false",
        "editor monitor, false, false, false"
    })
    void aUserAgentHidesByWordsOfTheirOwnOnly(String agent, boolean vpn, boolean proxy, boolean tor) {
        assertThat(UserAgent.network(agent)).isEqualTo(new Network(vpn, proxy, tor));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile/15E148 Safari/604.1|Safari|iOS|mobile",
                "Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) Version/17.0 Mobile/15E148 Safari/604.1|Safari|iOS|tablet",
                "Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/120.0 Mobile Safari/537.36|Chrome|Android|mobile",
                "Mozilla/5.0 (Linux; Android 14; SM-X710) Chrome/120.0 Safari/537.36|Chrome|Android|tablet",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120.0 Safari/537.36 Edg/120.0|Edge|Windows|desktop",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/17.0 Safari/605.1|Safari|macOS|desktop",
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0|Firefox|Linux|desktop",
                "Mozilla/5.0 (compatible; Googlebot/2.1)|unknown|unknown|bot",
                "curl/8.5.0|curl|unknown|bot"
            })
    void aUserAgentIsReducedToThreeWords(String agent, String browser, String os, String device) {
        assertThat(UserAgent.reduce(agent)).isEqualTo(new ClientView(browser, os, device));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, true",
        "192.0.2.1, true",
        "2001:db8::/32, true",
        "::1, true",
        "192.0.2.0/33, false",
        "2001:db8::/129, false",
        "300.1.1.1, false",
        "example.org, false",
        "1, false"
    })
    void networksAreReadStrictly(String text, boolean isValid) {
        assertThat(IpNetwork.isValid(text)).isEqualTo(isValid);
    }
}
