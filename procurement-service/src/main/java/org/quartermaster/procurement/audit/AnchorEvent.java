package org.quartermaster.procurement.audit;

import java.time.LocalDate;

/**
 * The head of a chain at the end of a day.
 *
 * @param log whose chain it is
 * @param day in UTC
 * @param head SHA-256 in hexadecimal digits
 */
record AnchorEvent(String log, LocalDate day, long seq, String head) {}
