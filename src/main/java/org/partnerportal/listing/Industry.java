package org.partnerportal.listing;

/** What an organisation does, as partners focus on it and customers name it. */
public enum Industry {
    /** Agriculture, forestry and fishing. */
    AGRICULTURE,
    /** Building and property. */
    CONSTRUCTION,
    /** Schools up to the age of about 18. */
    SCHOOLS,
    /** Universities and colleges. */
    HIGHER_EDUCATION,
    /** Energy, water and waste. */
    ENERGY,
    /** Banks, insurance and investment. */
    FINANCE,
    /** Government and public bodies. */
    GOVERNMENT,
    /** Hospitals, care and medicine. */
    HEALTH,
    /** Hotels, restaurants and travel. */
    HOSPITALITY,
    /** Transport and logistics. */
    LOGISTICS,
    /** Making things. */
    MANUFACTURING,
    /** Media and entertainment. */
    MEDIA,
    /** Charities and associations. */
    NONPROFIT,
    /** Law, accounting, consulting. */
    PROFESSIONAL_SERVICES,
    /** Shops and trade. */
    RETAIL,
    /** Software and telecommunications. */
    TECHNOLOGY,
    /** None of these. */
    OTHER
}
