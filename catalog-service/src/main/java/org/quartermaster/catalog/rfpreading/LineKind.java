package org.quartermaster.catalog.rfpreading;

import java.util.Optional;
import java.util.regex.Pattern;

/** Tells the lines of a request that are no items, and the marks in front of those that are. */
final class LineKind {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern TOTAL = Pattern.compile(
            "^\\W*(?:(?:grand|sub)?[ -]?totals?|sum|gesamt\\p{L}*|summe|zwischensumme|suma|somme|итого|всего|сумма|укупно|вкупно|збир|"
                    + "ukupno|المجموع|الإجمالي|الاجمالي|إجمالي)(?!\\p{L})(?![ -](?:station|stop)).*",
            FLAGS);
    private static final Pattern PAGE = Pattern.compile(
            "^\\W*(?:(?:page|seite|página|pagina|стр\\.?|страница|страна|صفحة)\\s*\\p{Nd}+.*|\\p{Nd}+\\s*(?:/|of|von|de|из|од|من)\\s*\\p{Nd}+|-?\\s*\\p{Nd}+\\s*-?)$",
            FLAGS);
    private static final Pattern SIGNATURE = Pattern.compile(
            "^\\W*(?:signature|signed|authori[sz]ed signature|(?:best|kind|warm)?\\s?regards|sincerely|yours (?:faithfully|sincerely)|"
                    + "thank you|thanks|mit freundlichen grüßen|unterschrift|saludos|atentamente|firma|cordialement|salutations|"
                    + "с уважением|подпись|с поштовањем|поздрав|потпис|со почит|مع التحية|التوقيع|وتفضلوا)(?!\\p{L}).*",
            FLAGS);
    private static final Pattern LOT = Pattern.compile(
            "^[#*\\s]*(?:lot|los|lote|лот|партия|партија|дел|الحصة|المجموعة)\\s*(?:no\\.?|nr\\.?|№|#)?\\s*(\\p{Nd}+|[IVX]+|[A-Z])(?![\\p{L}\\p{N}])(.*)$",
            FLAGS);
    private static final Pattern NUMBERED = Pattern.compile(
            "^(?:(?:item|pos\\.?|position|#|№|поз\\.?|بند)\\s*)?(\\p{Nd}{1,4}(?:\\.\\p{Nd}{1,3})*)\\s?[.):]\\)?\\s+|^\\((\\p{Nd}{1,4})\\)\\s*|^(?:item|pos\\.?|#|№|поз\\.?|بند)\\s*(\\p{Nd}{1,4})\\s*[-–:.)]?\\s+",
            FLAGS);
    private static final Pattern BARE_NUMBER = Pattern.compile("^(\\p{Nd}{1,4})\\s+(?=[\\p{L}\\p{Nd}(\"])");
    private static final Pattern BULLET = Pattern.compile("^(?:[-*•–·▪◦‣●○+]|\\p{L}\\))\\s+");
    private static final Pattern PROSE = Pattern.compile(
            "(?<!\\p{L})(?:shall|must|should|please|kindly|would|we need|dear|terms|conditions|warranty|within \\p{Nd}+|bitte|"
                    + "sehr geehrte|por favor|estimad[oa]s?|veuillez|просим|уважаемые|молимо|поштовани|почитувани|يرجى|السادة)(?!\\p{L})",
            FLAGS);
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");
    private static final int SENTENCE = 9;

    private LineKind() {}

    static boolean isTotal(String line) {
        return TOTAL.matcher(line).matches();
    }

    static boolean isPageNumber(String line) {
        return PAGE.matcher(line).matches();
    }

    static boolean isSignature(String line) {
        return SIGNATURE.matcher(line).matches();
    }

    /** The lot that a heading opens; a line with goods and a quantity is no heading. */
    static Optional<String> lot(String line) {
        var matcher = LOT.matcher(line);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** A sentence addressed to the reader. */
    static boolean isProse(String line) {
        var isLong = line.split("\\s+").length > SENTENCE;
        return PROSE.matcher(line).find() || isLong && line.matches("(?s).*[\\p{L})][.!?]\\s*$");
    }

    static boolean hasWords(String text) {
        return LETTERS.matcher(text).find();
    }

    /** The length of the item number or bullet in front of a line, 0 without one. */
    static int mark(String line) {
        for (var pattern : new Pattern[] {NUMBERED, BULLET}) {
            var matcher = pattern.matcher(line);
            if (matcher.find()) {
                return matcher.end();
            }
        }
        return 0;
    }

    /** The length of a number without a dot, when it is the next one of a list. */
    static int bareMark(String line, int next) {
        var matcher = BARE_NUMBER.matcher(line);
        return matcher.find() && Integer.parseInt(matcher.group(1)) == next ? matcher.end() : 0;
    }

    /** The number in front of a line, or 0. */
    static int number(String line) {
        var digits = line.replaceFirst("^\\D{0,6}", "").replaceFirst("^(\\p{Nd}{1,4}).*", "$1");
        return digits.matches("\\p{Nd}{1,4}") ? Integer.parseInt(digits) : 0;
    }
}
