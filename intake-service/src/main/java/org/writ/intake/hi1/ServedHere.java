package org.writ.intake.hi1;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is served here, as the answer to {@code GETCSPCONFIG} says it. Pure. */
final class ServedHere {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** When this list changed last. */
  private static final String LAST_CHANGED = "2026-11-22T00:00:00Z";

  private ServedHere() {}

  /** The content of a {@code GETCSPCONFIGResponse}. */
  static ObjectNode config() {
    ObjectNode config = JSON.objectNode().put("LastChanged", LAST_CHANGED);
    config.set("TargetFormatTypeDefinitions", formats());
    config.set("TargetingConfigurations", targeting());
    config.set("SupportedObjectTypes", types());
    config.set("SupportedVersions", versions());
    return config;
  }

  private static ObjectNode formats() {
    ArrayNode entries = JSON.arrayNode();
    entries.add(format("Username", "User name on the platform, without @", "[A-Za-z0-9_.-]{1,64}"));
    entries.add(format("AccountId", "The platform's own number of the account", "[0-9]{1,20}"));
    ObjectNode formats = JSON.objectNode().put("config:FormatOwner", Terms.WRIT);
    formats.set(
        "config:TargetFormatTypeDefinitionEntries",
        JSON.objectNode().set("config:TargetFormatTypeDefinitionEntry", entries));
    return formats;
  }

  private static ObjectNode format(String name, String description, String regex) {
    return JSON.objectNode()
        .put("config:FormatName", name)
        .put("config:Description", description)
        .put("config:FormatRegex", regex);
  }

  private static ObjectNode targeting() {
    ArrayNode list = JSON.arrayNode();
    list.add(target("InternationalE164", Terms.ETSI));
    list.add(target("IPv4Address", Terms.ETSI));
    list.add(target("IPv6Address", Terms.ETSI));
    list.add(target("Username", Terms.WRIT));
    list.add(target("AccountId", Terms.WRIT));
    return JSON.objectNode().set("config:TargetingConfiguration", list);
  }

  private static ObjectNode target(String name, String owner) {
    return JSON.objectNode().put("config:FormatName", name).put("config:FormatOwner", owner);
  }

  private static ObjectNode types() {
    ArrayNode list = JSON.arrayNode();
    for (ObjectType type : ObjectType.values()) {
      list.add(Terms.entry(Terms.ETSI, "ObjectType", type.term()));
    }
    return JSON.objectNode().set("common:DictionaryEntry", list);
  }

  private static ObjectNode versions() {
    ArrayNode list = JSON.arrayNode();
    for (int minor = MessageReader.FIRST_EDITION; minor <= MessageReader.LAST_EDITION; minor++) {
      list.add("V1." + minor + ".1");
    }
    return JSON.objectNode().set("ETSIVersion", list);
  }
}
