"""moto's server with the Security Hub calls that it lacks, so that findings can be read and updated over HTTP.

Added are BatchUpdateFindings and the two filters of GetFindings that identify findings (Id and ProductArn). Nothing
else of AWS is touched: every other call is answered by moto as it is.

    python server.py -H 127.0.0.1 -p 5555
"""

import json

from moto.securityhub import urls
from moto.securityhub.models import SecurityHubBackend
from moto.securityhub.responses import SecurityHubResponse

UPDATABLE = {
    "Confidence",
    "Criticality",
    "Note",
    "RelatedFindings",
    "Severity",
    "Types",
    "UserDefinedFields",
    "VerificationState",
    "Workflow",
}

read_page = SecurityHubBackend.get_findings


def wanted(finding, filters):
    """True if the finding passes the Id and ProductArn filters; values of one filter are alternatives."""
    for name in ("Id", "ProductArn"):
        values = [entry["Value"] for entry in (filters or {}).get(name, [])]
        if values and finding.data.get(name) not in values:
            return False
    return True


def get_findings(self, filters=None, **rest):
    everything = self.findings
    self.findings = [finding for finding in everything if wanted(finding, filters)]
    try:
        return read_page(self, filters=filters, **rest)
    finally:
        self.findings = everything


def batch_update_findings(self):
    request = json.loads(self.body)
    changes = {name: value for name, value in request.items() if name in UPDATABLE}
    if "Note" in changes:
        changes["Note"] = {**changes["Note"], "UpdatedAt": "2026-01-01T00:00:00.000Z"}
    by_identity = {(f.data.get("Id"), f.data.get("ProductArn")): f for f in self.securityhub_backend.findings}
    processed, unprocessed = [], []
    for identifier in request["FindingIdentifiers"]:
        finding = by_identity.get((identifier["Id"], identifier["ProductArn"]))
        if finding is None:
            unprocessed.append(
                {"FindingIdentifier": identifier, "ErrorCode": "FindingNotFound", "ErrorMessage": "no such finding"}
            )
            continue
        finding.data.update(changes)
        processed.append(identifier)
    return json.dumps({"ProcessedFindings": processed, "UnprocessedFindings": unprocessed})


SecurityHubBackend.get_findings = get_findings
SecurityHubResponse.batch_update_findings = batch_update_findings
urls.url_paths["{0}/findings/batchupdate$"] = SecurityHubResponse.dispatch

if __name__ == "__main__":
    from moto.server import main

    main()
