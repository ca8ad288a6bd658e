package org.quartermaster.procurement.fraud;

/** A user agent in three words; device is one of desktop, mobile, tablet, bot. */
public record ClientView(String browser, String os, String device) {}
