package io.portafilter.controller.admission;

import io.fabric8.kubernetes.api.model.admission.v1.AdmissionRequest;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Who decides what becomes of an object. */
@FunctionalInterface
interface Judging {
    /**
     * The verdict on a request.
     *
     * @throws TimeoutException if there is no time
     * @throws ExecutionException if there is no answer
     */
    Answer judge(AdmissionRequest request) throws InterruptedException, TimeoutException, ExecutionException;
}
