package org.partnerportal.listing;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
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
        return json == null ? null : content(json);
    }

    /** Listings used to name one contact for both languages, beside the texts: each text that is written then has that one. */
    private static ListingContent content(String json) {
        JsonNode document = JSON.readTree(json);
        JsonNode contact = document.get("contact");
        ListingContent content = JSON.treeToValue(document, ListingContent.class);
        return contact == null ? content : content.withContact(contact.asString());
    }

    static String json(ListingContent content) {
        return JSON.writeValueAsString(content);
    }
}
