package org.partnerportal.listing;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Keeps a text with everything that belongs to it as one document. */
@Converter
class ListingContentConverter implements AttributeConverter<ListingContent, String> {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ListingContent content) {
        return content == null ? null : JSON.writeValueAsString(content);
    }

    @Override
    public @Nullable ListingContent convertToEntityAttribute(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, ListingContent.class);
    }

    static String json(ListingContent content) {
        return JSON.writeValueAsString(content);
    }
}
