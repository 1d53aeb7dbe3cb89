package org.partnerportal.application;

/**
 * A version as somebody would upload it.
 *
 * @param number as typed
 * @param notes what is new
 * @param fileName the file's name without folders; empty where no file was chosen
 * @param bytes how large the file is
 * @param head its first bytes
 * @param whole whether it is whole, with something in it, for what the ending of its name says
 */
record NewVersion(String number, String notes, String fileName, long bytes, byte[] head, boolean whole) {}
