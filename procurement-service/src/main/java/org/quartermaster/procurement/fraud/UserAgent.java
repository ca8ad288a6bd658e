package org.quartermaster.procurement.fraud;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reduces what a client says of itself to what is kept, and finds what hides its network. */
final class UserAgent {
    private static final String UNKNOWN = "unknown";
    private static final int LONGEST = 1_000;
    private static final Pattern BOT =
            word("[a-z]*bot|[a-z]*spider|[a-z]*crawler|curl|wget|python|java|go-http-client|httpclient");
    private static final Pattern TABLET = word("ipad|tablet|kindle");
    private static final Pattern MOBILE = word("mobi|mobile|iphone|ipod|phone");
    private static final Pattern TOR = word("tor");
    private static final Pattern VPN = word("vpn");
    private static final Pattern PROXY = word("proxy|anonymizer");

    /** NB: in this order, because most name those that came before them. */
    private static final Map<Pattern, String> BROWSERS = ordered(
            "edge|edg|edga|edgios", "Edge",
            "opr|opera", "Opera",
            "samsungbrowser", "Samsung Internet",
            "firefox|fxios", "Firefox",
            "chrome|crios|chromium", "Chrome",
            "safari", "Safari",
            "curl", "curl");

    /** NB: iOS names macOS, and Android names Linux. */
    private static final Map<Pattern, String> SYSTEMS = ordered(
            "iphone|ipad|ipod|ios", "iOS",
            "android", "Android",
            "windows", "Windows",
            "mac os x|macintosh|macos", "macOS",
            "cros", "ChromeOS",
            "linux|x11", "Linux");

    private UserAgent() {}

    /** As a word of its own: no letter or digit beside it. */
    private static Pattern word(String words) {
        return Pattern.compile("(?i)(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])");
    }

    private static Map<Pattern, String> ordered(String... pairs) {
        var map = new LinkedHashMap<Pattern, String>();
        for (var i = 0; i < pairs.length; i += 2) {
            map.put(word(pairs[i]), pairs[i + 1]);
        }
        return map;
    }

    static ClientView reduce(String userAgent) {
        var text = bounded(userAgent);
        return new ClientView(first(BROWSERS, text), first(SYSTEMS, text), device(text));
    }

    private static String bounded(String userAgent) {
        return userAgent == null ? "" : userAgent.substring(0, Math.min(LONGEST, userAgent.length()));
    }

    private static String first(Map<Pattern, String> known, String text) {
        return known.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(text).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** NB: an Android that does not say that it is mobile is a tablet. */
    private static String device(String text) {
        if (text.isBlank() || BOT.matcher(text).find()) {
            return "bot";
        }
        if (TABLET.matcher(text).find()) {
            return "tablet";
        }
        if (MOBILE.matcher(text).find()) {
            return "mobile";
        }
        return first(SYSTEMS, text).equals("Android") ? "tablet" : "desktop";
    }

    /** What the client itself says of its network. */
    static Network network(String userAgent) {
        var text = bounded(userAgent);
        return new Network(
                VPN.matcher(text).find(),
                PROXY.matcher(text).find(),
                TOR.matcher(text).find());
    }
}
