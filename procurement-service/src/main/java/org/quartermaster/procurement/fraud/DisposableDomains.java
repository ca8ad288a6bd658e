package org.quartermaster.procurement.fraud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Domains that give addresses away ({@code disposable_domains.txt}), and those below them. */
final class DisposableDomains {
    private static final Set<String> KNOWN = read();

    private DisposableDomains() {}

    private static Set<String> read() {
        try (var file = DisposableDomains.class.getResourceAsStream("/disposable_domains.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static boolean contain(String email) {
        return domains(email).stream().anyMatch(KNOWN::contains);
    }

    /** The domain of an address and all above it, down to two parts. */
    static List<String> domains(String email) {
        var domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        var all = new ArrayList<String>();
        while (domain.indexOf('.') > 0) {
            all.add(domain);
            domain = domain.substring(domain.indexOf('.') + 1);
        }
        return all;
    }
}
