package org.writ.intake.hi1;

import static org.writ.intake.hi1.Shape.Member.optional;
import static org.writ.intake.hi1.Shape.Member.required;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.writ.intake.hi1.Shape.Either;
import org.writ.intake.hi1.Shape.Formed;
import org.writ.intake.hi1.Shape.Many;
import org.writ.intake.hi1.Shape.Struct;
import org.writ.intake.hi1.Shape.ValueOf;
import org.writ.intake.hi1.Shape.Words;

/** Parts that many objects of the standard have in common. */
final class Terms {

  /** What the standard's own dictionaries are owned by. */
  static final String ETSI = "ETSI";

  /** What our own formats and dictionaries are owned by. */
  static final String WRIT = "writ";

  /** Attributes of a message and the namespaces that they name, in the order of an answer. */
  static final Map<String, String> NAMESPACES = namespaces();

  /** EndpointID. */
  static final Struct ENDPOINT =
      Struct.of(required("CountryCode", Formed.COUNTRY), required("UniqueIdentifier", Words.SHORT));

  /** DictionaryEntry. */
  static final Struct ENTRY =
      Struct.of(
          required("common:Owner", Words.SHORT),
          required("common:Name", Words.SHORT),
          required("common:Value", Words.SHORT));

  /** DictionaryEntry whose value decides what happens here. */
  static final Shape ETSI_ENTRY = new ValueOf(Set.of(ETSI));

  private static final Shape FLAG = new ValueOf(Set.of(ETSI, WRIT));

  /** Where editions of the standard differ between a text and a dictionary's value. */
  static final Shape TEXT_OR_ENTRY = new Either(Words.LONG, ENTRY);

  private Terms() {}

  /** A list of flags under one name. */
  static Struct flags(String name) {
    return Struct.of(required(name, new Either(new Many(FLAG, 50), FLAG)));
  }

  /** A dictionary's value. */
  static ObjectNode entry(String owner, String dictionary, String value) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("common:Owner", owner)
        .put("common:Name", dictionary)
        .put("common:Value", value);
  }

  /** EndpointID. */
  static ObjectNode endpoint(EndpointId endpoint) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("CountryCode", endpoint.countryCode())
        .put("UniqueIdentifier", endpoint.uniqueIdentifier());
  }

  static Shape.Member optionalEntry(String name) {
    return optional(name, ENTRY);
  }

  static Shape.Member optionalEtsiEntry(String name) {
    return optional(name, ETSI_ENTRY);
  }

  private static Map<String, String> namespaces() {
    var base = "http://uri.etsi.org/03120/common/";
    var namespaces = new LinkedHashMap<String, String>();
    namespaces.put("@xmlns", base + "2019/10/Core");
    namespaces.put("@xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    namespaces.put("@xmlns:common", base + "2016/02/Common");
    namespaces.put("@xmlns:task", base + "2020/09/Task");
    namespaces.put("@xmlns:auth", base + "2020/09/Authorisation");
    namespaces.put("@xmlns:doc", base + "2020/09/Document");
    namespaces.put("@xmlns:delivery", base + "2019/10/Delivery");
    namespaces.put("@xmlns:notification", base + "2016/02/Notification");
    namespaces.put("@xmlns:config", base + "2024/06/Config");
    return Collections.unmodifiableMap(namespaces);
  }
}
