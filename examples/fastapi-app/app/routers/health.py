import fastapi

from app.core.config import settings

router = fastapi.APIRouter(tags=["health"])


@router.get("/health")
def health() -> dict[str, str]:
    return {"status": "ok", "version": settings.version, "fastapi": fastapi.__version__}
