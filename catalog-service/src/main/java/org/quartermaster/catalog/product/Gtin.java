package org.quartermaster.catalog.product;

/** Global trade item numbers (GS1 General Specifications, section 7.9). */
public final class Gtin {
    private static final int DIGITS = 14;

    private Gtin() {}

    /** True for 8, 12, 13 or 14 digits of which the last checks the others. */
    public static boolean isValid(String code) {
        if (!code.matches("[0-9]{8}|[0-9]{12,14}")) {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < code.length(); i++) {
            var isOdd = (DIGITS - code.length() + i) % 2 == 0;
            sum += (code.charAt(i) - '0') * (isOdd ? 3 : 1);
        }
        return sum % 10 == 0;
    }
}
