"""Entry point of the function: Lambda calls `lambda_function.handler`."""

from mangum import Mangum

from app.main import app

handler = Mangum(app, lifespan="off")
