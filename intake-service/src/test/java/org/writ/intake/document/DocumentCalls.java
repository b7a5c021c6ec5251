package org.writ.intake.document;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.writ.intake.Intake;
import org.writ.intake.request.SubmissionBody;

/**
 * The documents of a request of agency-de, as clients call them.
 *
 * @param request the request's id
 */
record DocumentCalls(String request) {

  private static final String AGENCY = "agency-de";

  /** Of a request that is submitted for it. */
  static DocumentCalls ofNewRequest() {
    Intake.registerAgencies();
    return new DocumentCalls(Intake.submitted(AGENCY, SubmissionBody.sound()));
  }

  /** Where a document is put. */
  String path(String fileName) {
    return "/v1/requests/" + request + "/documents/" + fileName;
  }

  Response put(String fileName, byte[] document) {
    return put(Intake.agency(AGENCY), fileName, document);
  }

  Response put(RequestSpecification caller, String fileName, byte[] document) {
    return caller
        .contentType("application/octet-stream")
        .body(document)
        .put("/v1/requests/{id}/documents/{name}", request, fileName);
  }

  Response list() {
    return list(Intake.agency(AGENCY));
  }

  Response list(RequestSpecification caller) {
    return caller.get("/v1/requests/{id}/documents", request);
  }

  Response get(RequestSpecification caller, String documentId) {
    return caller.get("/v1/requests/{id}/documents/{document}", request, documentId);
  }
}
