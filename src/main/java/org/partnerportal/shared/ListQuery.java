package org.partnerportal.shared;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Map;

/** Asks the database for lists whose text is put together out of what a page is narrowed by. */
public final class ListQuery {

    private ListQuery() {}

    /** A query with its parameters. */
    public static <T> TypedQuery<T> of(
            EntityManager entities, String text, Class<T> type, Map<String, Object> parameters) {
        TypedQuery<T> query = entities.createQuery(text, type);
        parameters.forEach(query::setParameter);
        return query;
    }

    /**
     * How many match, counted as far as {@link CutCount} tells.
     *
     * @param key what tells one from another
     * @param matching the query from its {@code from} on, without an order
     */
    public static long count(EntityManager entities, String key, String matching, Map<String, Object> parameters) {
        String some = "select " + key + " as id " + matching + " order by " + key + " limit " + (CutCount.MOST + 1);
        return of(entities, "select count(*) from (" + some + ") found", Long.class, parameters)
                .getSingleResult();
    }
}
