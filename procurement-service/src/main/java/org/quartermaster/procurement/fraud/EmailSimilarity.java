package org.quartermaster.procurement.fraud;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How alike two addresses are, from 0 to 100; from 80 they count as those of one person. {@link #kept} and
 * {@link #asked} share a key exactly where they are that alike, so that duplicates are found by an index.
 */
final class EmailSimilarity {
    static final int DUPLICATE = 80;

    private static final Set<String> GMAIL = Set.of("gmail.com", "googlemail.com");
    private static final int SHORT = 10;
    private static final int LONG = 3;
    private static final int TYPOS = 2;

    private EmailSimilarity() {}

    /** An address in its two parts; those of Gmail as Gmail reads them. */
    private record Address(String local, String domain) {
        static Address of(String email) {
            var text = email.strip().toLowerCase(Locale.ROOT);
            var at = text.lastIndexOf('@');
            var local = at < 0 ? text : text.substring(0, at);
            var domain = at < 0 ? "" : text.substring(at + 1);
            return GMAIL.contains(domain)
                    ? new Address(local.replace(".", ""), "gmail.com")
                    : new Address(local, domain);
        }

        String untagged() {
            return local.split("\\+", 2)[0];
        }

        String undigited() {
            return local.replaceFirst("[0-9]+$", "");
        }
    }

    static int score(String a, String b) {
        var first = Address.of(a);
        var second = Address.of(b);
        if (a.strip().equalsIgnoreCase(b.strip()) || first.equals(second)) {
            return 100;
        }
        if (!first.domain.equals(second.domain)) {
            return 0;
        }
        if (first.untagged().equals(second.untagged())) {
            return 95;
        }
        if (isLong(first) && isLong(second) && first.undigited().equals(second.undigited())) {
            return 85;
        }
        if (first.local.length() <= SHORT && second.local.length() <= SHORT) {
            var distance = distance(first.local, second.local);
            return distance <= TYPOS ? 100 - 20 * distance : 0;
        }
        return 0;
    }

    private static boolean isLong(Address address) {
        return address.local.length() > LONG;
    }

    /** Levenshtein's distance: letters put in, left out or replaced. */
    static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var above = row[j];
                var replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }

    /** By which an address is given one trial: in lower case, without its tag, and as Gmail reads it. */
    static String canonical(String email) {
        var address = Address.of(email);
        return address.untagged() + "@" + address.domain;
    }

    /** The keys that are kept of an address. */
    static List<String> kept(String email) {
        var address = Address.of(email);
        var keys = shared(address);
        if (address.local.length() <= SHORT) {
            keys.add(key("typed", address, address.local));
            for (var shorter : shorter(address)) {
                keys.add(key("shorter", address, shorter));
            }
        }
        return List.copyOf(keys);
    }

    /** The keys that an address is looked up by. */
    static List<String> asked(String email) {
        var address = Address.of(email);
        var keys = shared(address);
        if (address.local.length() <= SHORT) {
            keys.add(key("shorter", address, address.local));
            for (var shorter : shorter(address)) {
                keys.add(key("typed", address, shorter));
            }
        }
        return List.copyOf(keys);
    }

    private static Set<String> shared(Address address) {
        var keys = new LinkedHashSet<String>();
        keys.add(key("untagged", address, address.untagged()));
        if (isLong(address)) {
            keys.add(key("undigited", address, address.undigited()));
        }
        if (address.local.length() <= SHORT) {
            var shorter = shorter(address);
            for (var i = 0; i < shorter.size(); i++) {
                keys.add(key("replaced " + i, address, shorter.get(i)));
            }
        }
        return keys;
    }

    private static List<String> shorter(Address address) {
        var all = new ArrayList<String>();
        for (var i = 0; i < address.local.length(); i++) {
            all.add(address.local.substring(0, i) + address.local.substring(i + 1));
        }
        return all;
    }

    private static String key(String kind, Address address, String local) {
        return kind + " " + local + "@" + address.domain;
    }
}
