package org.quartermaster.catalog.classification;

/**
 * What suggestions of one system are made by.
 *
 * @param calibrationId row of the calibration that was the newest one when it was loaded; 0 without one
 */
record Model(long calibrationId, SuggestionEngine engine, Titles titles) {}
