package org.writ.intake.agency;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.writ.intake.agency.Registration.Endpoint;
import org.writ.intake.agency.Registration.Kind;
import org.writ.web.problem.Faults;
import org.writ.web.problem.Members;
import org.writ.web.problem.Reading;
import org.writ.web.problem.Text;

/** Reads the body of {@code PUT /v1/agencies/{id}}. Pure. */
final class RegistrationReader {

  /** What OIDC clients are called; also safe in a path, a header and a file name. */
  static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private static final Text NAME = Text.line(200);
  private static final Text COUNTRY = Text.line(2);
  private static final Text JURISDICTION = Text.line(500);
  private static final Text IDENTIFIER = Text.line(64);
  private static final Text PHONE_NUMBER = Text.line(16);
  private static final int MAX_DOMAINS = 50;
  private static final int MAX_CLIENTS = 20;

  /** ITU-T E.164: a plus and at most 15 digits; the shortest in use has 7. */
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  private static final Pattern COUNTRY_CODE = Pattern.compile("[A-Z]{2}");
  private static final Pattern UNIQUE_IDENTIFIER = Pattern.compile("[!-~]+");

  private RegistrationReader() {}

  /**
   * Reads the body.
   *
   * @param id the agency's id: always one of its clients
   * @param now when the certificate has to be valid
   */
  static Reading<Registration> read(JsonNode tree, String id, Instant now) {
    var faults = new Faults();
    var body = Members.of(tree, "", faults);
    if (body == null) {
      return new Reading.Faulty<>(faults.all());
    }
    var name = body.text("name", NAME);
    var country = country(body);
    var kind = body.choice("kind", Kind.class);
    var certificate = CertificateReader.member(body, now);
    var jurisdiction = body.optionalText("jurisdiction", JURISDICTION);
    var domains = strings(body, "domains", MAX_DOMAINS, faults, RegistrationReader::domain);
    var endpoint = endpoint(body);
    var clients = strings(body, "clients", MAX_CLIENTS, faults, RegistrationReader::client);
    var callBackPhone = callBackPhone(body);
    var officeHours = OfficeHoursReader.member(body, faults);
    body.refuseOthers();
    if (!faults.none() || name == null || country == null || kind == null || certificate == null) {
      return new Reading.Faulty<>(faults.all());
    }
    clients.add(id);
    return new Reading.Sound<>(
        new Registration(
            name,
            country,
            kind,
            certificate,
            jurisdiction == null ? "" : jurisdiction,
            List.copyOf(domains),
            endpoint,
            List.copyOf(clients),
            callBackPhone == null ? "" : callBackPhone,
            officeHours));
  }

  private static @Nullable String country(Members body) {
    var country = body.text("country", COUNTRY);
    if (country != null && !Countries.isAssigned(country) && !Countries.isUserAssigned(country)) {
      body.fault("country", "must be a country code of ISO 3166-1 alpha-2, such as DE");
    }
    return country;
  }

  private static @Nullable Endpoint endpoint(Members body) {
    var endpoint = body.optionalObject("endpoint");
    if (endpoint == null) {
      return null;
    }
    var countryCode = endpoint.text("countryCode", COUNTRY);
    if (countryCode != null && !COUNTRY_CODE.matcher(countryCode).matches()) {
      endpoint.fault("countryCode", "must be two capital letters, such as DE");
    }
    var uniqueIdentifier = endpoint.text("uniqueIdentifier", IDENTIFIER);
    if (uniqueIdentifier != null && !UNIQUE_IDENTIFIER.matcher(uniqueIdentifier).matches()) {
      endpoint.fault("uniqueIdentifier", "must be printable ASCII without spaces");
    }
    endpoint.refuseOthers();
    return countryCode == null || uniqueIdentifier == null
        ? null
        : new Endpoint(countryCode, uniqueIdentifier);
  }

  private static @Nullable String callBackPhone(Members body) {
    var number = body.optionalText("callBackPhone", PHONE_NUMBER);
    if (number != null && !E164.matcher(number).matches()) {
      body.fault("callBackPhone", "must be a number of E.164, such as +49301234567");
    }
    return number;
  }

  /** Sorted and each once, so that the same registration is equal however it was written. */
  private static TreeSet<String> strings(
      Members body, String name, int max, Faults faults, Function<String, Element> rule) {
    var values = new TreeSet<String>();
    JsonNode array = body.optionalArray(name, max);
    var elements = new ArrayList<JsonNode>();
    if (array != null) {
      array.forEach(elements::add);
    }
    for (int i = 0; i < elements.size(); i++) {
      var element =
          elements.get(i).isTextual()
              ? rule.apply(elements.get(i).textValue())
              : new Element("", "must be a string");
      if (element.fault().isEmpty()) {
        values.add(element.value());
      } else {
        faults.add(body.pointer(name) + "/" + i, element.fault());
      }
    }
    return values;
  }

  /** An element as it is kept, or what is wrong with it. */
  private record Element(String value, String fault) {}

  private static Element domain(String text) {
    boolean lower = text.codePoints().noneMatch(Character::isUpperCase);
    var canonical = Domains.canonical(text);
    return lower && canonical.isPresent()
        ? new Element(canonical.get(), "")
        : new Element("", "must be a mail domain in lower case, such as polizei.example");
  }

  private static Element client(String text) {
    return CLIENT.matcher(text).matches()
        ? new Element(text, "")
        : new Element(
            "", "must be an OIDC client: 1 to 64 letters, digits, dots, underscores, hyphens");
  }
}
