package io.portafilter.controller.admission;

import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.api.model.admission.v1.AdmissionRequest;
import io.fabric8.kubernetes.api.model.admission.v1.AdmissionResponseBuilder;
import io.fabric8.kubernetes.api.model.admission.v1.AdmissionReview;
import io.fabric8.kubernetes.api.model.admission.v1.AdmissionReviewBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.nio.charset.StandardCharsets;

/** AdmissionReviews of admission.k8s.io/v1 as JSON. */
final class Reviews {
    private static final String VERSION = "admission.k8s.io/v1";
    private static final int REFUSED = 400;

    private final KubernetesSerialization json = new KubernetesSerialization();

    /** A body that is no question; its message is for whoever sent it. */
    static final class BadReview extends Exception {
        private static final long serialVersionUID = 1L;

        BadReview(String message) {
            super(message);
        }
    }

    /**
     * Reads a question.
     *
     * @throws BadReview if it is none
     */
    AdmissionRequest read(byte[] body) throws BadReview {
        String text = new String(body, StandardCharsets.UTF_8);
        // Whatever is no object would be read as YAML, which nobody sends and which can be far larger than it looks.
        if (!text.stripLeading().startsWith("{")) {
            throw new BadReview("the body is not a JSON object");
        }
        AdmissionReview review;
        try {
            review = json.unmarshal(text, AdmissionReview.class);
        } catch (RuntimeException e) {
            throw new BadReview("the body is no AdmissionReview of " + VERSION);
        }
        if (!VERSION.equals(review.getApiVersion()) || !"AdmissionReview".equals(review.getKind())) {
            throw new BadReview("the body is no AdmissionReview of " + VERSION);
        }
        AdmissionRequest request = review.getRequest();
        if (request == null || request.getUid() == null || request.getUid().isEmpty()) {
            throw new BadReview("an AdmissionReview needs request.uid");
        }
        return request;
    }

    /** The answer to a question. */
    String write(AdmissionRequest request, Answer answer) {
        AdmissionResponseBuilder response = new AdmissionResponseBuilder()
                .withUid(request.getUid())
                .withAllowed(answer.refusal().isEmpty())
                .withWarnings(answer.warnings());
        answer.refusal()
                .ifPresent(why -> response.withStatus(new StatusBuilder()
                        .withStatus("Failure")
                        .withCode(REFUSED)
                        .withReason("BadRequest")
                        .withMessage(why)
                        .build()));
        return json.asJson(
                new AdmissionReviewBuilder().withResponse(response.build()).build());
    }
}
