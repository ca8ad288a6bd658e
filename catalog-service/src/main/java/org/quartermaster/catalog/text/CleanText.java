package org.quartermaster.catalog.text;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of supplier lists as people would have written them: no HTML, no trailing SKU, no control characters. */
public final class CleanText {
    private static final Pattern BREAK = Pattern.compile("(?i)<(?:br|/p|/div|/li|/tr)\\s*/?>");
    /** NB: not everything in angle brackets is a tag: {@code <M8>} stays. */
    private static final Pattern TAG = Pattern.compile(
            "</?(?:[abipqsu]|abbr|article|big|blockquote|body|br|button|caption|center|code|col|dd|del|div|dl|dt|em"
                    + "|figure|font|footer|form|h[1-6]|head|header|hr|html|iframe|img|input|ins|label|li|link|main|mark"
                    + "|meta|nav|ol|pre|script|section|small|span|strike|strong|style|sub|sup|table|tbody|td|tfoot|th"
                    + "|thead|title|tr|tt|ul|video)(?:\\s[^<>]*)?/?>|<!--.*?-->",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n]]+");
    private static final Pattern BLANKS = Pattern.compile("[ \\u00A0]{2,}");
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("hellip", "…"),
            Map.entry("bull", "•"),
            Map.entry("deg", "°"),
            Map.entry("micro", "µ"),
            Map.entry("times", "×"),
            Map.entry("plusmn", "±"),
            Map.entry("frac12", "½"),
            Map.entry("frac14", "¼"),
            Map.entry("frac34", "¾"),
            Map.entry("reg", "®"),
            Map.entry("trade", "™"),
            Map.entry("copy", "©"),
            Map.entry("euro", "€"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"));

    private static final int SHORTEST_PART = 6;
    private static final char NO_BREAK = '\u00a0';

    private CleanText() {}

    /** A text of several lines. Cleaning twice changes nothing more unless the text was encoded twice. */
    public static String of(String text) {
        return isClean(text) ? text.strip() : cleaned(text);
    }

    /** NB: nearly all cells of a list are, and to look at their letters once costs a tenth of the patterns. */
    private static boolean isClean(String text) {
        var before = 'x';
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            var isBlank = letter == ' ' || letter == NO_BREAK;
            if (letter == '<' || letter == '&' || Character.isISOControl(letter) || isBlank && before == ' ') {
                return false;
            }
            before = isBlank ? ' ' : letter;
        }
        return true;
    }

    private static String cleaned(String text) {
        var broken = BREAK.matcher(text).replaceAll("\n");
        var bare = TAG.matcher(broken).replaceAll(" ");
        var decoded = ENTITY.matcher(bare).replaceAll(entity -> Matcher.quoteReplacement(decoded(entity)));
        var plain = CONTROL.matcher(decoded).replaceAll(" ");
        return BLANKS.matcher(plain).replaceAll(" ").replaceAll(" ?\\n ?", "\n").strip();
    }

    /** Whether there is HTML in the text that cleaning takes out. */
    public static boolean hasMarkup(String text) {
        return text.indexOf('<') >= 0 && TAG.matcher(text).find()
                || text.indexOf('&') >= 0 && ENTITY.matcher(text).find();
    }

    /** The name of an article: one line, without its SKU behind a bar at the end. */
    public static String name(String name, String sku) {
        var line = BLANKS.matcher(of(name).replace('\n', ' ')).replaceAll(" ");
        var bar = line.lastIndexOf('|');
        while (bar > 0 && isSku(Key.of(line.substring(bar + 1)), Key.of(sku))) {
            line = line.substring(0, bar).strip();
            bar = line.lastIndexOf('|');
        }
        return line;
    }

    /** NB: lists write it twice, and the second time without its end. */
    private static boolean isSku(String tail, String sku) {
        return tail.equals(sku) || tail.length() >= SHORTEST_PART && sku.startsWith(tail);
    }

    private static String decoded(MatchResult entity) {
        if (entity.group(3) != null) {
            return NAMED.getOrDefault(entity.group(3), entity.group());
        }
        var code = entity.group(1) == null ? Integer.parseInt(entity.group(2), 16) : Integer.parseInt(entity.group(1));
        var isCharacter = Character.isValidCodePoint(code) && !(code >= 0xD800 && code <= 0xDFFF);
        return isCharacter ? Character.toString(code) : entity.group();
    }
}
