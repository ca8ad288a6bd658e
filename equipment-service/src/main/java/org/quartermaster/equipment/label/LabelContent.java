package org.quartermaster.equipment.label;

/**
 * What a label says.
 *
 * @param nameAr in Arabic, or null
 * @param code the inventory number, or null
 * @param url what the QR code carries; its last part, the scan token, stands below the QR code too
 * @param version of the machine's register data
 */
record LabelContent(String name, String nameAr, String serialNumber, String code, String url, long version) {

    String token() {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
