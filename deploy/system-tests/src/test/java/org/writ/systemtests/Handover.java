package org.writ.systemtests;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Messages of an agency that speaks ETSI TS 103 120 in JSON. */
final class Handover {

  static final String COUNTRY = "DE";
  static final String SENDER = "AGENCY-ZZ";

  private Handover() {}

  /** One authorisation with one task: disclose about one phone number. */
  static String request(String authorisation, String task, String digits) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return message(
        """
        { "ActionIdentifier": 0,
          "CREATE": { "HI1Object": {
            "@xsi:type": "{http://uri.etsi.org/03120/common/2020/09/Authorisation}AuthorisationObject",
            "ObjectIdentifier": "%s", "CountryCode": "%s", "OwnerIdentifier": "%s",
            "auth:AuthorisationReference": "AZ HI1",
            "auth:AuthorisationTimespan": { "auth:StartTime": "%s", "auth:EndTime": "%s" } } } },
        { "ActionIdentifier": 1,
          "CREATE": { "HI1Object": {
            "@xsi:type": "{http://uri.etsi.org/03120/common/2020/09/Task}LDTaskObject",
            "ObjectIdentifier": "%s", "CountryCode": "%s", "OwnerIdentifier": "%s",
            "AssociatedObjects": { "AssociatedObject": [ "%s" ] },
            "task:Reference": "AZ-HI1-1",
            "task:RequestDetails": {
              "task:StartTime": "%s", "task:EndTime": "%s",
              "task:RequestValues": { "task:RequestValue": [ {
                "task:FormatType": { "task:FormatOwner": "ETSI", "task:FormatName": "InternationalE164" },
                "task:Value": "%s" } ] } },
            "task:CSPID": { "CountryCode": "XX", "UniqueIdentifier": "ACTOR02" } } } }
        """
            .formatted(
                authorisation,
                COUNTRY,
                SENDER,
                now.minus(1, ChronoUnit.DAYS),
                now.plus(30, ChronoUnit.DAYS),
                task,
                COUNTRY,
                SENDER,
                authorisation,
                now.minus(60, ChronoUnit.DAYS),
                now.minus(1, ChronoUnit.DAYS),
                digits));
  }

  /** The task is no longer wanted. */
  static String cancel(String task, long generation) {
    return message(
        """
        { "ActionIdentifier": 0,
          "UPDATE": { "HI1Object": {
            "@xsi:type": "{http://uri.etsi.org/03120/common/2020/09/Task}LDTaskObject",
            "ObjectIdentifier": "%s", "CountryCode": "%s", "OwnerIdentifier": "%s", "Generation": %d,
            "task:DesiredStatus": {
              "common:Owner": "ETSI", "common:Name": "LDTaskDesiredStatus", "common:Value": "Cancelled" } } } }
        """
            .formatted(task, COUNTRY, SENDER, generation));
  }

  private static String message(String actions) {
    return message(COUNTRY, SENDER, actions);
  }

  /** A message of any agency, with these actions in the standard's JSON. */
  static String message(String country, String sender, String actions) {
    return """
    { "@xmlns": "http://uri.etsi.org/03120/common/2019/10/Core",
      "@xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      "@xmlns:common": "http://uri.etsi.org/03120/common/2016/02/Common",
      "@xmlns:task": "http://uri.etsi.org/03120/common/2020/09/Task",
      "@xmlns:auth": "http://uri.etsi.org/03120/common/2020/09/Authorisation",
      "Header": {
        "SenderIdentifier": { "CountryCode": "%s", "UniqueIdentifier": "%s" },
        "ReceiverIdentifier": { "CountryCode": "XX", "UniqueIdentifier": "ACTOR02" },
        "TransactionIdentifier": "%s",
        "Timestamp": "%s",
        "Version": { "ETSIVersion": "V1.13.1", "NationalProfileOwner": "XX", "NationalProfileVersion": "v1.0" } },
      "Payload": { "RequestPayload": { "ActionRequests": { "ActionRequest": [ %s ] } } } }
    """
        .formatted(
            country,
            sender,
            UUID.randomUUID(),
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".000000Z"),
            actions);
  }
}
