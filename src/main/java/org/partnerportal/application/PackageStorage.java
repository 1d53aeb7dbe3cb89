package org.partnerportal.application;

/** Where packages are kept. */
enum PackageStorage {
    /** In the database, with everything else. */
    DATABASE,
    /** As files in a folder. */
    FOLDER
}
