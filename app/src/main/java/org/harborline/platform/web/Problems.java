// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.web;

import java.util.Optional;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.ProblemType;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// Which entry of the catalogue answers which failure.
final class Problems {

    private Problems() {}

    /// The answer to any failure; [PlatformProblem#FAULT] when it is ours.
    static ProblemException of(Throwable failure) {
        return failure instanceof ProblemException known ? known : new ProblemException(type(failure));
    }

    private static ProblemType type(Throwable failure) {
        return switch (failure) {
            // a report that cannot exist is answered like one that does not
            case MethodArgumentTypeMismatchException mismatch
            when mismatch.getParameter().hasParameterAnnotation(PathVariable.class) -> PlatformProblem.NOT_FOUND;
            case TypeMismatchException _, HttpMessageNotReadableException _, ServletRequestBindingException _ ->
                PlatformProblem.INVALID_INPUT;
            case TransientDataAccessException _,
                    DataAccessResourceFailureException _,
                    CannotCreateTransactionException _ -> PlatformProblem.UNAVAILABLE;
            case ErrorResponse answered -> byStatus(answered.getStatusCode()).orElse(PlatformProblem.FAULT);
            default -> PlatformProblem.FAULT;
        };
    }

    /// The catalogue's entry for a bare status.
    static ProblemType of(HttpStatusCode status) {
        return byStatus(status)
                .orElse(status.is4xxClientError() ? PlatformProblem.INVALID_INPUT : PlatformProblem.FAULT);
    }

    private static Optional<ProblemType> byStatus(HttpStatusCode status) {
        return Optional.ofNullable(
                switch (status.value()) {
                    case 400, 422, 431 -> PlatformProblem.INVALID_INPUT;
                    case 401 -> PlatformProblem.SIGN_IN_NEEDED;
                    case 403, 404 -> PlatformProblem.NOT_FOUND;
                    case 405 -> PlatformProblem.METHOD_NOT_ALLOWED;
                    case 406 -> PlatformProblem.NOT_ACCEPTABLE;
                    case 413 -> PlatformProblem.TOO_LARGE;
                    case 415 -> PlatformProblem.TYPE_UNSUPPORTED;
                    case 503 -> PlatformProblem.UNAVAILABLE;
                    default -> null;
                });
    }
}
