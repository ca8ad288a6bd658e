package org.quartermaster.catalog.classification;

import java.util.regex.Pattern;

/** The forms of ETIM codes: a kind of two letters and six digits; a feature's six may hold letters. */
public final class EtimCode {

    private static final Pattern CLASS = Pattern.compile("EC[0-9]{6}");
    private static final Pattern FEATURE = Pattern.compile("EF[0-9A-Z]{6}");
    private static final Pattern VALUE = Pattern.compile("EV[0-9A-Z]{6}");
    private static final Pattern GROUP = Pattern.compile("EG[0-9]{6}");
    private static final Pattern UNIT = Pattern.compile("EU[0-9A-Z]{6}");

    private EtimCode() {}

    public static boolean isClass(String text) {
        return CLASS.matcher(text).matches();
    }

    public static boolean isFeature(String text) {
        return FEATURE.matcher(text).matches();
    }

    public static boolean isValue(String text) {
        return VALUE.matcher(text).matches();
    }

    public static boolean isGroup(String text) {
        return GROUP.matcher(text).matches();
    }

    public static boolean isUnit(String text) {
        return UNIT.matcher(text).matches();
    }
}
