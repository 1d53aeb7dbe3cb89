package org.partnerportal.device;

/** Whether a device is the customer's. */
public enum DeviceStatus {
    /** It belongs to the customer. */
    REGISTERED,
    /** The customer removed it; anybody may register it again. */
    REMOVED
}
