package org.quartermaster.procurement.notice;

/**
 * How a notice reaches its user.
 *
 * @param inApp whether it stands among those that he reads here
 * @param mail the rhythm of the mail that tells it, {@code instant}, {@code daily} or {@code weekly}; null for no mail
 * @param webhook whether it goes to the webhooks of its alerts
 */
public record Way(boolean inApp, String mail, boolean webhook) {
    boolean isInDigest() {
        return mail != null && !mail.equals("instant");
    }
}
