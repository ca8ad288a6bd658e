package org.quartermaster.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.quartermaster.local.LocalServers;
import org.quartermaster.system.Newcomer;
import org.quartermaster.system.OnCommonPlatform;
import org.quartermaster.system.Platform;

/**
 * Another organization asks every operation of the documents for rows of the demo organization, by path, by question
 * and by body: it hears what it hears of rows that there are not. The demo organization itself, which asks the same
 * after that, finds them. Of its rows little is left then, so this comes last.
 */
@OnCommonPlatform
@Order(Integer.MAX_VALUE)
class TenantCrossingTest {
    private static final List<String> SERVICES = Platform.SERVICES;

    private static Platform platform;
    private static String token;

    @BeforeAll
    static void start(Platform common) throws Exception {
        platform = common;
        token = Newcomer.of(platform).token();
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void rowsOfAnotherOrganizationAreAsIfTheyWereNot(String service) throws Exception {
        var operations = Documents.of(service).stream()
                .filter(operation -> !PublicRows.isPublic(operation))
                .sorted(Crossing::order)
                .toList();
        try (var wire = new Wire(platform.port(service))) {
            var rows = new Discovery(Documents.of(service), wire).explore();
            new MoreRows(wire, rows).make(service);
            var foreign = ForeignIds.of(service);
            var crossing = new Crossing(wire, rows, foreign, token);
            var references = new ForeignReferences(wire, rows, foreign, token);

            var leaks = new ArrayList<String>();
            for (var operation : operations) {
                crossing.leaksOf(operation).forEach(leak -> leaks.add(operation + " " + leak));
                references.leaksOf(operation).forEach(leak -> leaks.add(operation + " " + leak));
            }
            var unproven = new ArrayList<String>();
            for (var operation : operations) {
                if (operation.isOfRow()) {
                    crossing.unprovenOf(operation).forEach(heard -> unproven.add(operation + " " + heard));
                }
            }

            SoftAssertions.assertSoftly(softly -> {
                softly.assertThat(leaks).as("what was told").isEmpty();
                softly.assertThat(unproven).as("what the owner was refused").isEmpty();
            });
        }
    }
}
