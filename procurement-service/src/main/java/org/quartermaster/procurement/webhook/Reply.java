package org.quartermaster.procurement.webhook;

/**
 * How an attempt went.
 *
 * @param status of the answer; null where there was none
 * @param error why there was none, or null
 * @param body the first 4 KiB of the answer, or null
 */
record Reply(Integer status, String error, String body, int millis) {
    private static final int GONE = 410;

    static Reply failed(String error, int millis) {
        return new Reply(null, error, null, millis);
    }

    boolean isSuccess() {
        return status != null && status / 100 == 2;
    }

    boolean isGone() {
        return status != null && status == GONE;
    }

    String reason() {
        return error != null ? error : "status " + status;
    }
}
