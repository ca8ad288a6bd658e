package org.quartermaster.procurement.fraud;

/**
 * Where a request comes from: taken from the request itself, never from its body.
 *
 * @param address of the client, or null
 * @param userAgent or null
 * @param fingerprint of the device, which the body may give; or null
 */
public record Visit(String address, String userAgent, Fingerprint fingerprint) {}
