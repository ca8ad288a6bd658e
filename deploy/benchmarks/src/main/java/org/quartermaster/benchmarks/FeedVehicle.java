package org.quartermaster.benchmarks;

import java.util.Locale;
import java.util.SplittableRandom;

/** The vehicle of the n-th lot of a feed, with a VIN of its own whose check digit is right. */
record FeedVehicle(String make, String model, int year, String vin) {
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final String YEARS = "ABCDEFGHJKLMNPRSTVWXY123456789";
    /** Each character of a VIN at a place whose last digit is its value. */
    private static final String VALUES = "0123456789.ABCDEFGHR.JKLMNWPYZ..STUV.X";

    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    private static final int LETTER_YEARS_FROM = 2010;
    private static final int SERIALS = 1_000_000;
    private static final Shares MODELS = new Shares("TOYOTA,CAMRY,4T1:60|TOYOTA,COROLLA,2T1:60|FORD,ESCAPE,1FM:55"
            + "|FORD,F150,1FT:55|CHEVROLET,MALIBU,1G1:50|CHEVROLET,SILVERADO,1GC:45|HONDA,CIVIC,2HG:45|HONDA,ACCORD,1HG:40"
            + "|NISSAN,ALTIMA,1N4:40|NISSAN,ROGUE,JN8:35|HYUNDAI,ELANTRA,5NP:55|KIA,SOUL,KND:45|JEEP,WRANGLER,1C4:45"
            + "|DODGE,CHARGER,2C3:40|BMW,X3,5UX:28|VOLKSWAGEN,JETTA,3VW:27|SUBARU,OUTBACK,4S3:27|RAM,1500,1C6:24"
            + "|GMC,SIERRA,1GT:22|MAZDA,CX-5,JM3:20|LEXUS,RX350,2T2:18|AUDI,Q5,WA1:14|TESLA,MODEL 3,5YJ:14");

    static FeedVehicle of(long seed, int n, SplittableRandom random) {
        var model = MODELS.pick(random).split(",");
        var year = 2025 - (int) Math.sqrt(random.nextInt(625));
        var before = model[2]
                + letter((int) Math.floorMod(seed, 23L))
                + random.nextInt(10)
                + letter(random.nextInt(23))
                + (year >= LETTER_YEARS_FROM ? letter(random.nextInt(23)) : random.nextInt(10))
                + random.nextInt(10);
        var after = YEARS.charAt((year - 1980) % 30)
                + letter(n / SERIALS % 23)
                + String.format(Locale.ROOT, "%06d", n % SERIALS);
        return new FeedVehicle(model[0], model[1], year, before + check(before + '0' + after) + after);
    }

    private static String letter(int n) {
        return LETTERS.substring(n, n + 1);
    }

    private static char check(String vin) {
        var sum = 0;
        for (var i = 0; i < vin.length(); i++) {
            sum += WEIGHTS[i] * (VALUES.indexOf(vin.charAt(i)) % 10);
        }
        return "0123456789X".charAt(sum % 11);
    }
}
