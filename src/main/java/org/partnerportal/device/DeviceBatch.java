package org.partnerportal.device;

import java.util.UUID;

/** The file by which devices were registered. Two may have the same name, so it is found by its id. */
record DeviceBatch(UUID id, String name) {}
