package org.partnerportal.application;

/** On what an app runs. */
public enum Platform {
    /** Computers with Windows. */
    WINDOWS,
    /** Computers with macOS. */
    MACOS,
    /** iPhones and iPads. */
    IOS,
    /** Phones and tablets with Android. */
    ANDROID
}
